import type { Conflict, FieldError } from './types'

/** An answer that says no: RFC 9457 problem JSON, or `status` 0 when the server could not be reached. */
export class Problem extends Error {
  readonly status: number
  readonly detail: string | null
  readonly errors: FieldError[]
  readonly conflict: Conflict | null
  /** Seconds the server asks to wait, null if it does not say. */
  readonly retryAfter: number | null
  /** The number to quote to an administrator. */
  readonly reference: string | null

  constructor(status: number, body: Partial<ProblemBody>, retryAfter: number | null = null) {
    super(body.detail ?? body.title ?? `HTTP ${status}`)
    this.name = 'Problem'
    this.status = status
    this.detail = body.detail ?? null
    this.errors = body.errors ?? []
    this.conflict = body.conflict ?? null
    this.retryAfter = retryAfter
    this.reference = body.reference ?? body.instance ?? null
  }
}

export interface ProblemBody {
  title: string
  status: number
  detail: string
  errors: FieldError[]
  conflict: Conflict
  reference: string
  instance: string
}

export function isProblem(error: unknown, status?: number): error is Problem {
  return error instanceof Problem && (status === undefined || error.status === status)
}
