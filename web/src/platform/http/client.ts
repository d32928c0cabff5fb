import { answered, unanswered } from './connection'
import { offline, Problem, problemOf } from './problem'

const BASE = '/api/v1'

export interface Ask {
  query?: Record<string, string | number | boolean | null | undefined>
  body?: unknown
  version?: number
  idempotencyKey?: string
  signal?: AbortSignal
}

let locale = 'zh'
let onSignedOut: () => void = () => undefined
let proveAgain: () => Promise<boolean> = () => Promise.resolve(false)

/** Answers come in this language. */
export const speak = (language: string) => {
  locale = language
}
/** Called whenever a running session turns out to have ended, or to open nothing before a second factor is set up. */
export const whenSignedOut = (listener: () => void) => {
  onSignedOut = listener
}
/** Asked when a change wants a proof that it is the same person; answers whether there is one now. */
export const whenProofIsNeeded = (asked: () => Promise<boolean>) => {
  proveAgain = asked
}

export function address(path: string, query: Ask['query'] = {}) {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return BASE + path + (text ? `?${text}` : '')
}

const cookie = (name: string) =>
  document.cookie
    .split('; ')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)

function headers(method: string, ask: Ask) {
  const all: Record<string, string> = { Accept: 'application/json', 'Accept-Language': locale }
  if (method !== 'GET') {
    const token = cookie('XSRF-TOKEN')
    if (token) all['X-XSRF-TOKEN'] = decodeURIComponent(token)
  }
  if (ask.body !== undefined && !(ask.body instanceof FormData)) {
    all['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  }
  if (ask.version !== undefined) all['If-Match'] = `"${ask.version}"`
  if (ask.idempotencyKey) all['Idempotency-Key'] = ask.idempotencyKey
  return all
}

/** What is refused until the person proves that it is he is sent again by itself once he did. */
async function send<T>(method: string, path: string, ask: Ask = {}): Promise<T> {
  try {
    return await sendOnce<T>(method, path, ask)
  } catch (error) {
    const unproved = error instanceof Problem && error.code === 'reauthenticationNeeded'
    if (!unproved || !(await proveAgain())) throw error
    return sendOnce<T>(method, path, ask)
  }
}

async function sendOnce<T>(method: string, path: string, ask: Ask): Promise<T> {
  const body =
    ask.body instanceof FormData ? ask.body : ask.body === undefined ? null : JSON.stringify(ask.body)
  let response: Response
  try {
    response = await globalThis.fetch(address(path, ask.query), {
      method,
      headers: headers(method, ask),
      body,
      credentials: 'same-origin',
      ...(ask.signal && { signal: ask.signal }),
    })
  } catch (error) {
    if (ask.signal?.aborted) throw error
    unanswered()
    throw offline()
  }
  return read(response, path)
}

const signingIn = ['/session', '/session/code', '/session/provider', '/session/provider/answer']

async function read<T>(response: Response, path: string): Promise<T> {
  answered(response)
  if (!response.ok) {
    const problem = await problemOf(response)
    const ended = response.status === 401 && !signingIn.includes(path)
    if (ended || problem.code === 'secondFactorNeeded') onSignedOut()
    throw problem
  }
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

/** Sends a form and tells how much of it is gone, from 0 to 1, which fetch cannot; a signal breaks it off. */
function upload<T>(path: string, body: FormData, told: (share: number) => void, signal: AbortSignal) {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address(path))
    for (const [name, value] of Object.entries(headers('POST', { body })))
      request.setRequestHeader(name, value)
    request.upload.onprogress = ({ lengthComputable, loaded, total }) =>
      lengthComputable && told(loaded / total)
    request.onload = () =>
      read<T>(new Response(request.responseText, { status: request.status }), path).then(resolve, reject)
    request.onerror = () => {
      unanswered()
      reject(offline())
    }
    request.onabort = () => reject(signal.reason as Error)
    signal.addEventListener('abort', () => request.abort())
    request.send(body)
  })
}

export const http = {
  get: <T>(path: string, query?: Ask['query'], signal?: AbortSignal) =>
    send<T>('GET', path, { ...(query && { query }), ...(signal && { signal }) }),
  post: <T>(path: string, body?: unknown, ask?: Ask) => send<T>('POST', path, { ...ask, body }),
  patch: <T>(path: string, body: unknown, version?: number, query?: Ask['query']) =>
    send<T>('PATCH', path, { body, ...(version !== undefined && { version }), ...(query && { query }) }),
  put: <T>(path: string, body: unknown, version?: number) =>
    send<T>('PUT', path, { body, ...(version !== undefined && { version }) }),
  delete: <T = void>(path: string) => send<T>('DELETE', path),
  upload,
}
