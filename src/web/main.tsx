import '@mantine/core/styles.layer.css'
import './ui/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { whenSignedOut } from './api.ts'
import { queryClient } from './results.ts'
import { makeWebRouter } from './routes.tsx'
import { resolver, theme } from './ui/theme.ts'

const router = makeWebRouter()

// A session that ended asks for a sign-in and comes back to the same place; what was typed waits in its draft.
whenSignedOut(() => {
  const { pathname, href } = router.state.location
  const inside = router.state.matches.some(m => m.routeId.startsWith('/in'))
  // Several answers may say so at once; the first has gone already, and the page stays whole until it is left.
  if (inside && pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { to: href } })
})

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
)
