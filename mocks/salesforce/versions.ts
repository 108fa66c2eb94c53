import type { Call } from '../../src/engine/kit.js'
import { fail, notFound } from './errors.js'

export const OLDEST = 31
export const NEWEST = 66
const FIRST = 20

/** The version a number of a path stands for: `v59.0` gives 59. */
export function versionOf(text: string): number | undefined {
  const match = /^v(\d{1,3})\.0$/.exec(text)
  return match ? Number(match[1]) : undefined
}

/**
 * Refuses what no version is, and versions that are retired.
 * @throws NOT_FOUND (404), UNSUPPORTED_API_VERSION (410)
 * @source facts A3 (read 2026-11-23) @unverified wording of the 410
 */
export function checkVersion(call: Call): void {
  const text = call.params.version
  if (text === undefined) return
  const version = versionOf(text)
  if (version === undefined || version > NEWEST || version < FIRST) throw notFound()
  if (version < OLDEST) {
    throw fail(410, 'UNSUPPORTED_API_VERSION', `The requested API version ${version}.0 is retired`)
  }
}
