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
  const error = problem(nameOf(why, status, code))
  const headers = retryAfter === undefined ? error.headers : { ...error.headers, 'Retry-After': String(retryAfter) }
  const ownStatus = why === 'status' ? status : error.status
  const { message, fields } = error
  return new VendorError({ status: ownStatus, message, fields: { ...fields }, headers, code: error.code ?? '' })
}

function nameOf(why: FaultProblem['why'], status: number, code: string | undefined): ProblemName {
  if (why === 'rate-limit') return 'TooManyRequests'
  if (why === 'maintenance') return 'ComplianceRelated'
  if (why === 'token-expired' || why === 'token-revoked') return 'APIKeyInvalid'
  const named = Object.keys(glossary).find((name) => name === code) as ProblemName | undefined
  const usual = Object.entries(glossary).find(([, entry]) => entry.status === status)?.[0] as ProblemName | undefined
  return named ?? (status === 500 ? 'InternalServerError' : (usual ?? 'InternalServerError'))
}
