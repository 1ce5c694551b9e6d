import { Problem, type ProblemBody } from './problem'

export type Query = Record<string, string | number | boolean | null | undefined>

interface Call {
  query?: Query
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

let csrf: string | undefined
let signedOut: () => void = () => {}

/** The token that goes with every call but GET; the shell sets it after signing in. */
export function setCsrf(token: string | undefined): void {
  csrf = token
}

/** Called when the server answers 401 to a signed-in browser. */
export function onSignedOut(listener: () => void): void {
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

async function call<T>(method: string, path: string, { query, body, headers, signal }: Call = {}): Promise<T> {
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
    throw new Problem(0, {})
  }
  const text = await response.text()
  const json: unknown = text && response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : undefined
  if (response.status === 202) accepting.forEach(listener => listener())
  if (response.ok) return json as T
  if (response.status === 401 && csrf) signedOut()
  const wait = Number(response.headers.get('Retry-After'))
  throw new Problem(response.status, (json ?? {}) as Partial<ProblemBody>, wait > 0 ? wait : null)
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
  delete: <T = void>(path: string, query?: Query) => call<T>('DELETE', path, { query }),
}
