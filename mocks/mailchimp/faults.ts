import { type FaultProblem, VendorError } from '../../src/engine/kit.js'
import { glossary, type ProblemName } from './glossary.js'
import { problem } from './problems.js'

/** Every error of the glossary may be asked for, by its name. */
export const FAULT_CODES: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(glossary)
    .filter(([name]) => name !== 'NotSimulated')
    .map(([name, { status }]) => [name, status]),
)

/** Something that goes wrong on purpose, as Marketing says it. There is no Retry-After, unless the fault has one. @unverified maintenance */
export function faultError({ why, status, code, retryAfter }: FaultProblem): VendorError {
  if (why === 'status' && status === GATEWAY && code === undefined) return gatewayError(retryAfter)
  const error = problem(nameOf(why, status, code))
  const headers = retryAfter === undefined ? error.headers : { ...error.headers, 'Retry-After': String(retryAfter) }
  const ownStatus = why === 'status' ? status : error.status
  const { message, fields } = error
  return new VendorError({ status: ownStatus, message, fields: { ...fields }, headers, code: error.code ?? '' })
}

const GATEWAY = 502

/** What stands before the API gives up on it: no problem+json, but a page. @source facts A1 (read 2026-11-23); @unverified the page's words */
function gatewayError(retryAfter: number | undefined): VendorError {
  return new VendorError({
    status: GATEWAY,
    message: 'Bad Gateway',
    fields: { page: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>' },
    ...(retryAfter !== undefined && { headers: { 'Retry-After': String(retryAfter) } }),
  })
}

function nameOf(why: FaultProblem['why'], status: number, code: string | undefined): ProblemName {
  if (why === 'rate-limit') return 'TooManyRequests'
  if (why === 'maintenance') return 'ComplianceRelated'
  if (why === 'token-expired' || why === 'token-revoked') return 'APIKeyInvalid'
  const named = Object.keys(glossary).find((name) => name === code) as ProblemName | undefined
  const usual = Object.entries(glossary).find(([, entry]) => entry.status === status)?.[0] as ProblemName | undefined
  return named ?? (status === 500 ? 'InternalServerError' : (usual ?? 'InternalServerError'))
}
