import { fail } from '../errors.js'
import type { Part } from './run-parts.js'

const METHODS = /^(?:GET|POST|PATCH|PUT|DELETE|HEAD)$/i

/**
 * Reads `compositeRequest`, whose parts each have a method, a URL and a reference id of their own.
 * @throws JSON_PARSER_ERROR, INVALID_INPUT, DUPLICATE_VALUE (400)
 * @unverified codes and wording
 */
export function parseParts(value: unknown, most: number): Part[] {
  if (!Array.isArray(value)) throw fail(400, 'MISSING_ARGUMENT', 'compositeRequest is required')
  if (value.length > most) {
    throw fail(400, 'LIMIT_EXCEEDED', `You can have up to ${most} subrequests in a single call.`)
  }
  const seen = new Set<string>()
  const parts = value.map((part) => parsePart(part, seen))
  const heavy = parts.filter(({ url }) => /\/(?:query|queryAll|composite\/sobjects)\b/.test(url))
  if (most === 25 && heavy.length > 5) {
    throw fail(400, 'LIMIT_EXCEEDED', 'Up to 5 of the subrequests can be query or sObject collections operations.')
  }
  return parts
}

function parsePart(value: unknown, seen: Set<string>): Part {
  const { method, url, referenceId, body, httpHeaders } = (value ?? {}) as Partial<Record<keyof Part, unknown>>
  if (typeof method !== 'string' || !METHODS.test(method)) {
    throw fail(400, 'INVALID_INPUT', `The value ${String(method)} is no HTTP method.`)
  }
  if (typeof url !== 'string' || !url.startsWith('/services/data/')) {
    throw fail(400, 'INVALID_INPUT', `The URL ${String(url)} has to begin with /services/data/.`)
  }
  if (typeof referenceId !== 'string' || !/^[A-Za-z]\w*$/.test(referenceId)) {
    throw fail(
      400,
      'INVALID_INPUT',
      `Provided referenceId ('${String(referenceId)}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`,
    )
  }
  if (seen.has(referenceId)) throw fail(400, 'INVALID_INPUT', `referenceId '${referenceId}' is used more than once.`)
  seen.add(referenceId)
  return {
    method,
    url,
    referenceId,
    ...(body !== undefined && { body }),
    ...(typeof httpHeaders === 'object' &&
      httpHeaders !== null && { httpHeaders: httpHeaders as Record<string, string> }),
  }
}
