import { pactRequest } from './pact-request.js'
import type { Trace } from './trace.js'

/** Requests as texts in which what differs from run to run does not: ids, moments, keys of attempts. */
export function askedOf({ exchanges, examples }: Trace): string[] {
  return exchanges.map((exchange) => {
    const { method, path, query, body } = pactRequest(exchange, examples)
    return `${method} ${path} ${JSON.stringify(query ?? {})} ${JSON.stringify(body?.content ?? '')}`
  })
}
