import { type RetiredCredential, SandboxError } from '../../../src/engine/kit.js'
import type { StripeWorld } from '../world.js'
import { type ApiKey, labelOf, newKey, variableOf } from './api-key.js'

const SECOND = 1000
/** The Dashboard lets an old key live on for a week at most, in seconds. @source https://docs.stripe.com/keys (read 2026-11) */
const LONGEST_OVERLAP = 7 * 24 * 60 * 60

/** The platform's own keys that are good, and stay so. */
export function goodKeys(world: StripeWorld): ApiKey[] {
  return world.keys.all().filter(({ account, expires_at }) => account === undefined && expires_at === undefined)
}

/** Any key can be rolled: the new one may do what the old one may. */
export function rollable(world: StripeWorld): string[] {
  return [...new Set(goodKeys(world).map(variableOf))]
}

/**
 * Puts a new key in the place of the present one of a variable, which expires now or `overlap` milliseconds later, a week at most.
 * @throws SandboxError where no key has that variable
 */
export function rollKey(variable: string, overlap: number, world: StripeWorld): void {
  const old = goodKeys(world).findLast((key) => variableOf(key) === variable)
  if (!old) {
    const remedy = `There are: ${rollable(world).join(', ')}.`
    throw new SandboxError('SANDBOX_NOT_FOUND', `No key is read from ${variable}.`, remedy)
  }
  const { id, expires_at: _, ...rest } = old
  world.keys.put({ ...old, expires_at: world.now() + Math.min(Math.floor(overlap / SECOND), LONGEST_OVERLAP) })
  newKey(world, rest)
}

/** Keys that have expired or will. */
export function retiredKeys(world: StripeWorld): RetiredCredential[] {
  return world.keys.all().flatMap((key) => {
    if (key.expires_at === undefined) return []
    return [{ variable: variableOf(key), label: labelOf(key), value: key.id, until: key.expires_at * SECOND }]
  })
}
