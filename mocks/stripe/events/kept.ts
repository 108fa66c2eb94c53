import type { Event } from '../api.js'
import type { StripeWorld } from '../world.js'

const DAYS_KEPT = 30

/** Events are shown for 30 days. @source https://docs.stripe.com/api/events (read 2026-11-24) */
export function stillKept({ created }: Event, world: StripeWorld): boolean {
  return created >= world.now() - DAYS_KEPT * 24 * 60 * 60
}
