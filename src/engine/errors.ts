/** An error the vendor itself would answer with. Expected: each is a row of the vendor's table in its errors.ts. */
export class VendorError extends Error {
  override readonly name = 'VendorError'
  /** HTTP status. */
  readonly status: number
  /** The vendor's own code, where it has one. */
  readonly code: string | undefined
  /** Whatever else the vendor puts beside the message: `param`, `decline_code`, `errorFields`. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(options: {
    status: number
    message: string
    code?: string
    fields?: Record<string, unknown>
    headers?: Record<string, string>
  }) {
    super(options.message)
    this.status = options.status
    this.code = options.code
    this.fields = options.fields ?? {}
    this.headers = options.headers ?? {}
  }
}

/** Thrown by `world.refuse`: what was done so far is kept, and the caller gets the error (a declined card leaves its charge). */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly error: VendorError

  constructor(error: VendorError) {
    super(error.message)
    this.error = error
  }
}

export type SandboxErrorCode =
  | 'SANDBOX_BAD_INPUT'
  | 'SANDBOX_BAD_CONFIG'
  | 'SANDBOX_BAD_SCENARIO'
  | 'SANDBOX_NOT_FOUND'
  | 'SANDBOX_CONFLICT'
  | 'SANDBOX_FORBIDDEN'
  | 'SANDBOX_UNKNOWN_BEHAVIOUR'
  | 'SANDBOX_BAD_DESCRIPTION'
  | 'SANDBOX_NOT_CONFORMANT'
  | 'SANDBOX_ASYNC_IN_DISPATCH'
  | 'SANDBOX_MISSING_PACKAGE'
  | 'SANDBOX_NOT_RUNNING'
  | 'SANDBOX_PORT_IN_USE'
  | 'SANDBOX_BAD_STATE'
  | 'SANDBOX_STATE_NOT_WRITTEN'

/** A failure of ours or of how we are used, never of a simulated vendor: what failed, the value seen, what to do. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError'
  readonly code: SandboxErrorCode
  /** What to do about it, one sentence. */
  readonly remedy: string

  constructor(code: SandboxErrorCode, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.remedy = remedy
  }
}
