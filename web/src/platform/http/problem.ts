import type { ProblemBody } from './types'

/** A refusal by the server (RFC 9457) or a broken line; `status` 0 means nobody answered. */
export class Problem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title ?? body.code)
    this.body = body
  }

  get status() {
    return this.body.status
  }
  get code() {
    return this.body.code
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => null)) as ProblemBody | null
  return new Problem(body?.code ? body : { status: response.status, code: `http${response.status}`, ...body })
}

export const offline = () => new Problem({ status: 0, code: 'offline' })

/** Others may be the same; whoever has seen them may write all the same. */
export const isDuplicate = (error: unknown): error is Problem =>
  error instanceof Problem && error.code === 'duplicateFound'

export const isStale = (error: unknown): error is Problem =>
  error instanceof Problem && error.status === 409 && error.code === 'stale'
