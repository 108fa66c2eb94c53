import type { paths } from '../../../contracts/generated/stripe.js'
import { lifecycle, type Row } from '../../../src/engine/kit.js'
import type { LineItem, PaymentLink } from '../api.js'
import type { SessionInput } from '../checkout-sessions/checkout-session.js'
import type { StripeWorld } from '../world.js'

export type LinkInput = NonNullable<
  paths['/v1/payment_links']['post']['requestBody']
>['content']['application/x-www-form-urlencoded']

/** What belongs to a payment link and is not part of its resource; the id is the last part of its address. */
export interface LinkParts extends Row {
  readonly link: string
  readonly items: readonly LineItem[]
  readonly options: NonNullable<SessionInput['shipping_options']>
}

export type LinkState = 'active' | 'inactive' | 'exhausted'
type Action = 'update' | 'activate' | 'deactivate' | 'visit'

const STATES: readonly LinkState[] = ['active', 'inactive', 'exhausted']

/** @source https://docs.stripe.com/api/payment-link/object (read 2026-11): `active`, `restrictions` */
export const linkLifecycle = lifecycle<LinkState, Action>(STATES, {
  update: { from: STATES, to: STATES },
  activate: { from: STATES, to: ['active', 'exhausted'] },
  deactivate: { from: STATES, to: ['inactive', 'exhausted'] },
  /** Opens a session of its own for everyone who comes. */
  visit: { from: ['active'], to: ['active'] },
})

export function linkState({ active, restrictions }: PaymentLink): LinkState {
  const completed = restrictions?.completed_sessions
  if (completed && completed.count >= completed.limit) return 'exhausted'
  return active ? 'active' : 'inactive'
}

/** The parts of a link, by its id. */
export function linkPartsOf(world: StripeWorld, link: string): LinkParts | undefined {
  return world.linkParts.where('link', link)[0]
}

/** One of the sessions that a link opened is complete. */
export function countCompleted(world: StripeWorld, id: string): void {
  const link = world.paymentLinks.find(id)
  const completed = link?.restrictions?.completed_sessions
  if (!completed) return
  world.paymentLinks.update(id, {
    restrictions: { completed_sessions: { ...completed, count: completed.count + 1 } },
  })
}
