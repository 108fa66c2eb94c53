import { type Answer, type Call, type Problem, VendorError } from '../../../src/engine/kit.js'

/** An error in Transactional's form: `{status: "error", code, name, message}`. `status` is that of HTTP. */
export function mandrillError(status: number, code: number, name: string, message: string): VendorError {
  return new VendorError({ status, code: name, message, fields: { number: code } })
}

export function unknownKey(): VendorError {
  return mandrillError(401, -1, 'Invalid_Key', 'Invalid API key')
}

export function renderTransactional(error: VendorError, _call: Call): Answer {
  const body = { status: 'error', code: error.fields.number ?? -1, name: error.code, message: error.message }
  return { status: error.status, headers: {}, body }
}

export function transactionalProblem(found: Problem, call: Call): VendorError {
  switch (found.kind) {
    case 'no-credential':
      return mandrillError(500, -1, 'ValidationError', 'You must specify a key value')
    case 'live-credential':
    case 'unknown-credential':
      return unknownKey()
    case 'invalid':
    case 'malformed':
      return mandrillError(500, -2, 'ValidationError', 'You must specify valid parameters')
    case 'not-simulated': {
      const what = `${found.operation?.key ?? call.path} (${found.why})`
      return mandrillError(501, -1, 'Not_Simulated', `Standin does not simulate ${what} yet. See docs/coverage.md.`)
    }
    case 'fault':
      return mandrillError(
        found.status,
        -1,
        'GeneralError',
        'An unknown error occurred processing your request. Please try again later.',
      )
    default:
      return mandrillError(
        500,
        -1,
        'GeneralError',
        'An unknown error occurred processing your request. Please try again later.',
      )
  }
}
