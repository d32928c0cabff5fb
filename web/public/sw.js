// Keeps what was read, so that it can be read again without a network. Never answers for changes.
const SHELL = 'shell-2'
const SEEN = 'seen-1'

const known = (request, cacheName) => caches.open(cacheName).then((cache) => cache.match(request))

async function keep(request, response, cacheName) {
  if (response.ok) await (await caches.open(cacheName)).put(request, response.clone())
  return response
}

/** Hashed files never change. */
async function fromShell(request) {
  return (await known(request, SHELL)) ?? keep(request, await fetch(request), SHELL)
}

/** Tells the page that this answer is not of now. */
function marked(seen) {
  const headers = { ...Object.fromEntries(seen.headers), 'X-Chaoxi-Seen': '1' }
  return new Response(seen.body, { status: seen.status, headers })
}

/** The network first; without it, what was seen last. */
async function fromNetwork(request, cacheName) {
  try {
    return await keep(request, await fetch(request), cacheName)
  } catch (error) {
    const seen = await known(request, cacheName)
    if (seen) return marked(seen)
    throw error
  }
}

async function page() {
  try {
    return await keep('/', await fetch('/'), SHELL)
  } catch {
    return (await known('/', SHELL)) ?? Response.error()
  }
}

self.addEventListener('install', () => self.skipWaiting())
/** Shells of earlier versions go; their files are asked for no more. */
async function tidy() {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name !== SHELL && name !== SEEN).map((name) => caches.delete(name)),
  )
  await self.clients.claim()
}

self.addEventListener('activate', (event) => event.waitUntil(tidy()))
self.addEventListener('message', (event) => {
  if (event.data === 'forget') event.waitUntil(caches.delete(SEEN))
})

/** Asked anew each time, or no page of ours at all. */
const live = [
  '/api/v1/calendar-feed',
  '/api/v1/events',
  '/api/v1/files/',
  '/api/v1/session/provider',
  '/api/v1/sessions',
  '/api/v1/setup',
  '/api/v1/tokens',
  '/f/',
  '/ical/',
]

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (live.some((path) => pathname.startsWith(path))) return
  if (request.mode === 'navigate') event.respondWith(page())
  else if (pathname.startsWith('/assets/')) event.respondWith(fromShell(request))
  else if (pathname.startsWith('/api/v1/')) event.respondWith(fromNetwork(request, SEEN))
})
