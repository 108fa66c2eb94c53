/**
 * Something. @unverified wording, over
 * two lines  @source https://example.test
 */
export const one = 1

/** @unverified */
export function two(): number {
  return 2
}
