/** The client is kept on this device, so that it opens without a connection, and renewed when there is a new release. */
import type { makeWebRouter } from '../routes.tsx'
import { nothingOnlyHere } from '../waiting-files/waiting-files.ts'

const hour = 60 * 60 * 1000

export function keepClient(router: ReturnType<typeof makeWebRouter>): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const workers = navigator.serviceWorker
  let controlled = workers.controller !== null
  let renewed = false
  workers.addEventListener('controllerchange', () => {
    renewed = controlled
    controlled = true
  })
  // After the page itself, which must not wait for what other pages will need.
  const register = () =>
    void workers.register('/service-worker.js', { updateViaCache: 'none' }).then(
      registration => {
        const ask = () => void registration?.update().catch(() => {})
        ask()
        window.addEventListener('online', ask)
        setInterval(ask, hour)
      },
      () => {},
    )
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
  // A window that stays open for weeks takes the new release with its next page.
  router.subscribe('onResolved', ({ pathChanged }) => {
    if (renewed && pathChanged && nothingOnlyHere()) location.reload()
  })
}
