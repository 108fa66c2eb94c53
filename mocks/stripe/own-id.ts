import { invalidRequest } from './errors.js'

/** An id that the request gives its new resource itself. @throws resource_already_exists (400) @unverified wording */
export function ownIdOr(
  given: string | undefined,
  rows: { readonly type: string; find(id: string): unknown },
  otherwise: () => string,
): string {
  if (given === undefined || given === '') return otherwise()
  if (!rows.find(given)) return given
  const noun = rows.type.charAt(0).toUpperCase() + rows.type.slice(1)
  throw invalidRequest(`${noun} already exists.`, { code: 'resource_already_exists', param: 'id' })
}
