import type { Call } from '../../../src/engine/kit.js'

/** Fields of a form or query that lead to a world where there is no key. */
const TELLING = ['code', 'client_id', 'authorization', 'u', 'token'] as const

/** What tells the world of a request without a key: an OAuth app, code or login under way, or the account in a link of a mail. */
export function oauthClaims(call: Call): readonly string[] {
  const form = {
    ...call.query,
    ...(typeof call.body === 'object' ? (call.body as Record<string, unknown> | null) : {}),
  }
  const named = TELLING.map((name) => form[name]).filter((value): value is string => typeof value === 'string')
  return [...named, ...Object.values(call.params)]
}
