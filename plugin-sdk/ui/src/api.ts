import { lineBack, lineFound, lineLost } from './line'
import { Problem, type ProblemBody } from './problem'

export type Query = Record<string, string | number | boolean | null | undefined>

interface Call {
  query?: Query
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

let csrf: string | undefined
let signedOut: () => Promise<boolean> = () => Promise.resolve(false)

const SIGN_IN = '/api/identity/session'

/** Whether a write whose answer was lost can be sent once more without doing its work twice. */
const REPEATABLE = new Set(['PUT', 'PATCH', 'DELETE'])

/** The token that goes with every call but GET; the shell sets it after signing in. */
export function setCsrf(token: string | undefined): void {
  csrf = token
}

/** Called when the server answers 401 to a signed-in browser. The listener says whether the same member is signed in again; what was refused is then sent once more. */
export function onSignedOut(listener: () => Promise<boolean>): void {
  signedOut = listener
}

const accepting = new Set<() => void>()

/** Called whenever the server takes work up for later: a background job has begun. @returns ends the calls */
export function onAccepted(listener: () => void): () => void {
  accepting.add(listener)
  return () => void accepting.delete(listener)
}

export function url(path: string, query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value))
  }
  const text = params.toString()
  return text ? `${path}?${text}` : path
}

async function call<T>(method: string, path: string, wish: Call = {}): Promise<T> {
  const { query, body, headers, signal } = wish
  // What would change something is not sent into a line known to be dead: nobody could tell whether it arrived.
  if (method !== 'GET') await lineBack()
  const isForm = body instanceof FormData
  const sent: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': document.documentElement.lang,
    ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
    ...(method !== 'GET' && csrf && { 'X-Tenon-Csrf': csrf }),
    ...headers,
  }
  let response: Response
  try {
    response = await fetch(url(path, query), {
      method, signal, headers: sent, credentials: 'same-origin',
      body: body === undefined ? undefined : isForm ? body : JSON.stringify(body),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    lineLost()
    if (REPEATABLE.has(method)) return call(method, path, wish)
    throw new Problem(0, {})
  }
  lineFound()
  const text = await response.text()
  const json: unknown = text && response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : undefined
  if (response.status === 202) accepting.forEach(listener => listener())
  if (response.ok) return json as T
  if (response.status === 401 && csrf && path !== SIGN_IN && await signedOut()) return call(method, path, wish)
  const wait = Number(response.headers.get('Retry-After'))
  throw new Problem(response.status, (json ?? {}) as Partial<ProblemBody>, wait > 0 ? wait : null)
}

/** `fetch` does not tell how much of a body has been sent; the older way does. */
function send<T>(path: string, file: Blob, query: Query, progress: (share: number) => void, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url(path, query))
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    request.setRequestHeader('Accept-Language', document.documentElement.lang)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    if (csrf) request.setRequestHeader('X-Tenon-Csrf', csrf)
    request.upload.onprogress = event => { if (event.lengthComputable) progress(event.loaded / event.total) }
    request.onload = () => {
      const json: unknown = request.getResponseHeader('Content-Type')?.includes('json') ? JSON.parse(request.responseText) : undefined
      if (request.status >= 200 && request.status < 300) resolve(json as T)
      else {
        const refuse = () => reject(new Problem(request.status, (json ?? {}) as Partial<ProblemBody>))
        if (request.status !== 401 || !csrf) refuse()
        else void signedOut().then(again => (again ? resolve(send<T>(path, file, query, progress, signal)) : refuse()))
      }
    }
    request.onerror = () => {
      lineLost()
      reject(new Problem(0, {}))
    }
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** The REST API of the server, same origin; refusals arrive as {@link Problem}. */
export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>('GET', path, { query, signal }),
  post: <T>(path: string, body?: unknown, query?: Query) => call<T>('POST', path, { body, query }),
  put: <T>(path: string, body: unknown) => call<T>('PUT', path, { body }),
  /** Merge patch on a version: 412 when somebody changed the record meanwhile. */
  patch: <T>(path: string, body: unknown, version: number, query?: Query) =>
    call<T>('PATCH', path, {
      body, query,
      headers: { 'If-Match': `"${version}"`, 'Content-Type': 'application/merge-patch+json' },
    }),
  /** Sends a file as it is; `progress` hears which share of it, 0 to 1, is on its way. */
  upload: <T>(path: string, file: Blob, query: Query, progress: (share: number) => void, signal?: AbortSignal) => send<T>(path, file, query, progress, signal),
  delete: <T = void>(path: string, query?: Query) => call<T>('DELETE', path, { query }),
}
