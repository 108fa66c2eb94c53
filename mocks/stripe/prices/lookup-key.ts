import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

/**
 * Frees a lookup key for a price: another one holds it only where it is to be transferred.
 * @throws one that is taken, by a price that is inactive too (400) @source as asserted against Stripe's test mode by others (2026-09)
 * @emits price.updated
 */
export function takeLookupKey(world: StripeWorld, key: string, owner: string, transfer: boolean): void {
  const holder = world.prices.where('lookup_key', key).find(({ id }) => id !== owner)
  if (!holder) return
  if (!transfer) {
    throw invalidRequest(`A price (\`${holder.id}\`) already uses that lookup key.`, { param: 'lookup_key' })
  }
  world.emit('price.updated', world.prices.update(holder.id, { lookup_key: null }), holder)
}
