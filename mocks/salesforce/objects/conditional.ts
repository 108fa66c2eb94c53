import { createHash } from 'node:crypto'
import { type CallFacts, reply } from '../../../src/engine/kit.js'
import { fail } from '../errors.js'
import type { RecordRow } from '../records/record.js'

/** What of a request makes an answer depend on what the client has already. */
export interface Tag {
  /** Unix milliseconds. */
  readonly modified: number
  readonly etag: string
}

export function tagOfText(text: string, modified: number): Tag {
  return { modified, etag: `"${createHash('md5').update(text).digest('hex').slice(0, 8)}"` }
}

export function tagOfRow(row: RecordRow): Tag {
  const stamp = String(row.SystemModstamp ?? '')
  const modified = Date.parse(stamp.replace('+0000', 'Z')) || 0
  return tagOfText(`${row.id}${stamp}${JSON.stringify(row)}`, modified)
}

export function tagHeaders({ modified, etag }: Tag): Record<string, string> {
  return { 'Last-Modified': new Date(modified).toUTCString(), ETag: etag }
}

/**
 * 304 where the client has it already. @throws PRECONDITION_FAILED (412)
 * @source facts A3 (read 2026-11-23) @unverified wording of the 412
 */
export function unchanged(call: CallFacts, tag: Tag) {
  checkPrecondition(call, tag)
  const none = call.header('if-none-match')
  const since = Date.parse(call.header('if-modified-since') ?? '')
  const known = none !== undefined ? lists(none, tag.etag) : Math.floor(tag.modified / 1000) * 1000 <= since
  return known ? reply({ status: 304, headers: tagHeaders(tag) }) : undefined
}

/** @throws PRECONDITION_FAILED (412) where it is no longer what the client knows */
export function checkPrecondition(call: CallFacts, { modified, etag }: Tag): void {
  const match = call.header('if-match')
  const since = Date.parse(call.header('if-unmodified-since') ?? '')
  const failed = match !== undefined ? !lists(match, etag) : Math.floor(modified / 1000) * 1000 > since
  if (failed) throw fail(412, 'PRECONDITION_FAILED', 'A precondition given in the request was not met', undefined)
}

function lists(header: string, etag: string): boolean {
  return header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
}
