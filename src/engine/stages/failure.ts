import type { Answer, Call } from '../call.js'
import { SandboxError, VendorError } from '../errors.js'
import { encodeAnswer } from './encode.js'

/** A host that no vendor of this sandbox answers for. */
export class NoVendor extends Error {
  readonly host: string

  constructor(host: string) {
    super(`No vendor of this sandbox answers for the host '${host}'.`)
    this.host = host
  }
}

/** A vendor's error, in its own shape. */
export function renderError(call: Call, error: VendorError): Answer {
  const answer = call.vendor.definition.errors.render(error, call)
  return { ...answer, headers: { ...answer.headers, ...error.headers }, failed: true }
}

/** Whatever went wrong, as an answer. What is our own failure is a 500 of the vendor's, and told to us in the log. */
export function renderFailure(call: Call, error: unknown): Answer {
  if (error instanceof NoVendor) return unknownHost(error)
  if (error instanceof VendorError) return encodeAnswer(call, renderError(call, error))
  call.failure = error instanceof Error ? (error.stack ?? error.message) : String(error)
  if (error instanceof SandboxError) call.failure = `${error.code}: ${error.message} ${error.remedy}\n${call.failure}`
  call.sandbox.report(error)
  return encodeAnswer(call, renderError(call, call.vendor.definition.errors.problem({ kind: 'internal', error }, call)))
}

function unknownHost(error: NoVendor): Answer {
  const body = {
    error: {
      code: 'SANDBOX_NO_VENDOR',
      message: error.message,
      remedy: 'Use the port that `standin start` printed for the vendor, or send its own host name.',
    },
  }
  return {
    status: 421,
    headers: {},
    body: `${JSON.stringify(body, null, 2)}\n`,
    contentType: 'application/json',
    failed: true,
  }
}
