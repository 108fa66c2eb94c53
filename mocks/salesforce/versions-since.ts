import { notFound } from './errors.js'
import { versionOf } from './versions.js'

/** What came with a later version is not there in an earlier one. @throws NOT_FOUND (404) */
export function since(first: number, version: string | undefined): void {
  const at = versionOf(version ?? '')
  if (at !== undefined && at < first) throw notFound()
}
