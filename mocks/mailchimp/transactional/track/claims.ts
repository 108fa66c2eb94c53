import type { Call } from '../../../../src/engine/kit.js'

/** What tells the world of a link in a message: the account's public id, or an export's. */
export function trackClaims(call: Call): string[] {
  if (!call.behaviour?.page) return []
  const { u } = call.query
  return [u, call.params.account, call.params.export].filter((claim) => typeof claim === 'string')
}
