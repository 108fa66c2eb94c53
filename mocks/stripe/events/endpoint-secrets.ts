import type { Random, Row } from '../../../src/engine/kit.js'
import type { StripeWorld } from '../world.js'

/** The secrets of a webhook endpoint, newest first: while one is rolled, deliveries are signed with both. Its id is the endpoint's. */
export interface EndpointSecret extends Row {
  readonly secrets: readonly { readonly value: string /** Unix seconds. */; readonly expires_at?: number }[]
}

export function mintSecret(world: StripeWorld, endpoint: string): string {
  return putSecret(world, endpoint, newSecret(world.port.random))
}

export const newSecret = (chance: Random): string => `whsec_${chance.base62(32)}`

export function putSecret(world: StripeWorld, endpoint: string, value: string): string {
  world.endpointSecrets.put({ id: endpoint, secrets: [{ value }] })
  return value
}

/** Gives the endpoint a new secret; the old one signs beside it for `overlap` seconds, a day at most. */
export function rollSecret(world: StripeWorld, endpoint: string, overlap: number): string {
  const value = newSecret(world.port.random)
  const until = world.now() + Math.min(Math.max(overlap, 0), 24 * 60 * 60)
  const old = activeSecrets(world, endpoint).map((secret) => ({ value: secret, expires_at: until }))
  world.endpointSecrets.put({ id: endpoint, secrets: [{ value }, ...old.slice(0, 1)] })
  return value
}

/** Those that sign now. */
export function activeSecrets(world: StripeWorld, endpoint: string): string[] {
  const now = world.now()
  // A connected account's events are signed with the secret of the platform's endpoint.
  const own = world.endpointSecrets.find(endpoint) ?? world.platform.endpointSecrets.find(endpoint)
  const kept = own?.secrets ?? []
  return kept.filter(({ expires_at }) => expires_at === undefined || expires_at > now).map(({ value }) => value)
}

/** Those that were rolled, newest first, with until when they sign or signed (Unix milliseconds). */
export function retiredSecrets(world: StripeWorld, endpoint: string): { value: string; until: number }[] {
  const kept = world.endpointSecrets.find(endpoint)?.secrets ?? []
  return kept.flatMap(({ value, expires_at }) =>
    expires_at === undefined ? [] : [{ value, until: expires_at * 1000 }],
  )
}
