import '@mantine/core/styles.layer.css'
import './ui/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { type ApiKey, whenSignedOut } from './api.ts'
import { keepClient } from './offline/release.ts'
import { queryClient } from './results.ts'
import { makeWebRouter } from './routes.tsx'
import { resolver, theme } from './ui/theme.ts'
import { whenUploaded } from './waiting-files/waiting-files.ts'

const router = makeWebRouter()

// A session that ended asks for a sign-in and comes back to the same place; what was typed waits in its draft.
whenSignedOut(() => {
  const { pathname, href } = router.state.location
  const inside = router.state.matches.some(m => m.routeId.startsWith('/in'))
  // Several answers may say so at once; the first has gone already, and the page stays whole until it is left.
  if (inside && pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { to: href } })
})

// What the server has just taken is asked for anew wherever it is shown.
const shownIn: ApiKey[] = [
  'GET /centres/:centreId/evidence/:evidenceId',
  'GET /centres/:centreId/evidence',
  'GET /centres/:centreId/evidence/:evidenceId/further-documents',
]
whenUploaded(() => Promise.all(shownIn.map(key => queryClient.invalidateQueries({ queryKey: [key] }))))
keepClient(router)

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} cssVariablesResolver={resolver} defaultColorScheme="auto">
        <RouterProvider router={router} />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
)
