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
  call.world?.handedOut.error(call.vendor.name, error.message)
  return { ...answer, headers: { ...answer.headers, ...error.headers }, failed: true }
}

/** Whatever went wrong, as an answer. What is our own failure is a 500 of the vendor's, and told to us in the log. */
export function renderFailure(call: Call, error: unknown): Answer {
  if (error instanceof NoVendor) return unknownHost(error)
  if (error instanceof VendorError) return finished(call, renderError(call, error))
  if (call.requestId === '') {
    // It failed before it was known to hold no live credential.
    call.withheld = true
    call.requestId = call.vendor.definition.wire.requestId(call.sandbox.withheldIds)
  }
  call.failure = error instanceof Error ? (error.stack ?? error.message) : String(error)
  if (error instanceof SandboxError) call.failure = `${error.code}: ${error.message} ${error.remedy}\n${call.failure}`
  if (call.parent) call.parent.failure ??= call.failure
  call.sandbox.report(error)
  return finished(call, renderError(call, call.vendor.definition.errors.problem({ kind: 'internal', error }, call)))
}

/** A part of a batch is given to the behaviour that sent it as data. */
function finished(call: Call, answer: Answer): Answer {
  return call.parent ? answer : encodeAnswer(call, answer)
}

/** When even the vendor's own words cannot be had: its errors, its encoding or its headers failed. */
export function lastResort(call: Call, error: unknown): Answer {
  call.sandbox.report(error)
  call.failure ??= error instanceof Error ? (error.stack ?? error.message) : String(error)
  const body = {
    error: { code: 'SANDBOX_FAILURE', message: 'The stand-in failed, and could not say so as the vendor would.' },
  }
  return {
    status: 500,
    headers: {},
    body: `${JSON.stringify(body, null, 2)}\n`,
    contentType: 'application/json',
    failed: true,
  }
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
