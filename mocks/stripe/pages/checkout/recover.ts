import { page } from '../../api.js'
import { partsOf, type SessionInput } from '../../checkout-sessions/checkout-session.js'
import { insertSession } from '../../checkout-sessions/new-session.js'
import type { StripeWorld } from '../../world.js'
import { html } from '../markup.js'
import { goTo } from './returned.js'
import { saying } from './shell.js'

/**
 * Takes an expired session up again: opens a copy, for as long as the address is good.
 * @throws resource_missing (404)  @source https://docs.stripe.com/payments/checkout/abandoned-carts (read 2026-11)
 */
export const recoverSession = page('GET /r/{recovery}', ({ params }, world: StripeWorld) => {
  const { session: id } = world.recoveries.get(params.recovery ?? '', 'recovery')
  const old = world.checkoutSessions.get(id, 'session')
  const recovery = old.after_expiration?.recovery
  if (!recovery?.enabled || (recovery.expires_at ?? 0) <= world.now()) {
    return saying('This order can no longer be taken up', html`<p>Its address was good for 30 days.</p>`)
  }
  const { intentData, items, origin } = partsOf(world, id)
  const copy = insertSession(
    world,
    { ...again(old, recovery.allow_promotion_codes), payment_intent_data: intentData },
    {
      origin,
      items: items.map((item) => ({ ...item, id: world.id('li') })),
      recoveredFrom: id,
    },
  )
  return goTo(copy.url ?? '/')
})

type Session = ReturnType<StripeWorld['checkoutSessions']['get']>

/** The parameters that lead to the same session; a discount is not taken over. */
function again(old: Session, codes: boolean): SessionInput {
  const { cancel_url: cancel, client_reference_id: reference, success_url: success } = old
  return {
    mode: 'payment',
    allow_promotion_codes: codes,
    metadata: old.metadata ?? {},
    custom_fields: old.custom_fields as NonNullable<SessionInput['custom_fields']>,
    phone_number_collection: { enabled: old.phone_number_collection?.enabled ?? false },
    ...(old.shipping_address_collection && {
      shipping_address_collection: old.shipping_address_collection as NonNullable<
        SessionInput['shipping_address_collection']
      >,
    }),
    ...(old.shipping_options.length > 0 && {
      shipping_options: old.shipping_options.map(({ shipping_rate: rate }) => ({ shipping_rate: rate as string })),
    }),
    ...(old.customer !== null
      ? { customer: old.customer as string }
      : { customer_creation: old.customer_creation as 'always' }),
    ...(old.customer_email !== null && { customer_email: old.customer_email }),
    ...(cancel !== null && { cancel_url: cancel }),
    ...(reference !== null && { client_reference_id: reference }),
    ...(success !== null && { success_url: success }),
  }
}
