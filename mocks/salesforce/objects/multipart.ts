import { fail } from '../errors.js'

interface Part {
  readonly filename: string
  readonly bytes: Uint8Array
}

/**
 * The record of a multipart body: its JSON part (`entity_document`, `entity_content`) with each file as base64 in the field of its
 * part's name.
 * @throws INVALID_MULTIPART_REQUEST (400) @source facts A4 (read 2026-11-23) @unverified wording
 */
export function filesOf(body: Record<string, unknown>, contentType: string | undefined): Record<string, unknown> {
  if (!contentType?.toLowerCase().startsWith('multipart/form-data')) return body
  const entries = Object.entries(body)
  const entity = entries.find(([name, value]) => /^(?:entity|collection)/i.test(name) || textOf(value)?.startsWith('{'))
  const text = entity && textOf(entity[1])
  if (!entity || text === undefined) {
    throw fail(400, 'INVALID_MULTIPART_REQUEST', 'Missing the part of the entity in the multipart request')
  }
  const files = entries.filter(([name, value]) => name !== entity[0] && isPart(value))
  const blobs = files.map(([name, part]) => [name, Buffer.from((part as Part).bytes).toString('base64')])
  return { ...parsed(text), ...Object.fromEntries(blobs) }
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && 'bytes' in value
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return isPart(value) ? Buffer.from(value.bytes).toString() : undefined
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    throw fail(400, 'JSON_PARSER_ERROR', 'Unexpected character in the part of the entity at [line:1, column:1]')
  }
}
