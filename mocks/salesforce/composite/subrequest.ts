import type { SalesforceWorld } from '../world.js'

export interface SubRequest {
  readonly method: string
  /** Path and query from the root: `/services/data/v59.0/sobjects/Account`. */
  readonly url: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface SubResponse {
  readonly status: number
  readonly body: unknown
  /** Those that a composite shows: Location, ETag, Last-Modified. */
  readonly headers: Readonly<Record<string, string>>
}

const SHOWN = /^(?:location|etag|last-modified)$/i

/** Sends one part in again, as the same caller and inside the same transaction. What it did is undone where it failed. */
export function sendPart(world: SalesforceWorld, request: SubRequest): SubResponse {
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' }
  for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = String(value)
  const answer = world.port.dispatch({
    method: request.method.toUpperCase(),
    target: request.url,
    headers,
    body: request.body === undefined || request.body === null ? '' : JSON.stringify(request.body),
  })
  const shown = Object.entries(answer.headers).filter(([name]) => SHOWN.test(name))
  return {
    status: answer.status,
    body: bodyOf(answer.body),
    headers: Object.fromEntries(shown.map(([name, value]) => [name, String(value)])),
  }
}

/** Errors come encoded, resources do not; what has no body is null. */
function bodyOf(body: unknown): unknown {
  if (body === undefined || body === '') return null
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
