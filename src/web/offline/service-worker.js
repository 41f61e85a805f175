// Keeps the built client on this device, so that it opens without a connection. It keeps the files named below and nothing
// else: no answer of the API, no page with anything of anybody in it.
const release = '__RELEASE__'
/** @type {string[]} */
const files = __FILES__

const start = 'countersign-client-'
const name = start + release
const known = new Set(files)
/** Without an answer after this many milliseconds, the page on the device is opened. */
const patience = 4000

self.addEventListener('install', event => event.waitUntil(keep()))
self.addEventListener('activate', event => event.waitUntil(takeOver()))
self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || /^\/(api|healthz|readyz)\b/.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname !== '/' && (known.has(pathname) || pathname.startsWith('/assets/')))
    event.respondWith(part(request))
})

async function keep() {
  const cache = await caches.open(name)
  await Promise.all(
    files.map(async file => {
      // A name with a hash in it never changes: what the last release left is taken over.
      const had = file.startsWith('/assets/') && (await caches.match(file, { ignoreVary: true }))
      const answer = had || (await fetch(file, { cache: file.startsWith('/assets/') ? 'default' : 'reload' }))
      // A sign-in page of the network that we are in is no part of the client.
      if (!answer.ok || answer.redirected) throw new Error(`${file} was answered ${answer.status}`)
      await cache.put(file, answer)
    }),
  )
  // Names with hashes make it safe: a page that is open finds its own files in the release before.
  await self.skipWaiting()
}

async function takeOver() {
  const releases = (await caches.keys()).filter(key => key.startsWith(start))
  const before = releases.filter(key => key !== name).slice(0, -1)
  await Promise.all(before.map(key => caches.delete(key)))
  await self.clients.claim()
}

/** The network first, so that a new release is seen at once; what is kept only where there is no answer. */
async function page(request) {
  const asked = fetch(request)
  const answer = await Promise.race([
    asked.catch(() => null),
    new Promise(resolve => setTimeout(resolve, patience, null)),
  ])
  // 502 to 504: a proxy answers for a server that is not there.
  if (answer && answer.status < 502) return answer
  return (await (await caches.open(name)).match('/', { ignoreVary: true })) ?? answer ?? asked
}

async function part(request) {
  const { pathname } = new URL(request.url)
  const own = await (await caches.open(name)).match(pathname, { ignoreVary: true })
  return own ?? (await caches.match(pathname, { ignoreVary: true })) ?? fetch(request)
}
