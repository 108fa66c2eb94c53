import { type PaymentLink, page } from '../../api.js'
import type { SessionInput } from '../../checkout-sessions/checkout-session.js'
import { insertSession } from '../../checkout-sessions/new-session.js'
import { linkState } from '../../payment-links/payment-link.js'
import type { StripeWorld } from '../../world.js'
import { html } from '../markup.js'
import { pagesOrigin } from '../origin.js'
import { goTo } from './returned.js'
import { saying } from './shell.js'

/**
 * A payment link's address: opens a session for whoever comes, and leads on to its page. `prefilled_email`, `client_reference_id` and
 * `prefilled_promo_code` are taken over.
 * @throws resource_missing (404)  @source https://docs.stripe.com/payment-links/url-parameters (read 2026-11)
 */
export const openLink = page('GET /test_{link}', ({ params, query, call }, world: StripeWorld) => {
  const parts = world.linkParts.get(`test_${params.link ?? ''}`, 'payment_link')
  const link = world.paymentLinks.get(parts.link, 'payment_link')
  if (linkState(link) !== 'active') {
    const text = link.inactive_message ?? 'The shop has closed it. Ask there for another one.'
    return saying('This payment link is not active', html`<p>${text}</p>`)
  }
  const session = insertSession(world, inputOf(link, query, parts.options), {
    origin: pagesOrigin(call, 'checkout'),
    items: parts.items.map((item) => ({ ...item, id: world.id('li') })),
    paymentLink: link.id,
    ...(link.after_completion.type === 'hosted_confirmation' && {
      confirmation: link.after_completion.hosted_confirmation?.custom_message ?? null,
    }),
  })
  return goTo(session.url ?? '/')
})

/** The parameters of a session such as the link opens. */
function inputOf(
  link: PaymentLink,
  query: Readonly<Record<string, unknown>>,
  options: SessionInput['shipping_options'],
): SessionInput {
  const text = (name: string) => (typeof query[name] === 'string' ? (query[name] as string) : undefined)
  const email = text('prefilled_email')
  const reference = text('client_reference_id')
  const { after_completion: after, payment_intent_data: data } = link
  return {
    mode: 'payment',
    allow_promotion_codes: link.allow_promotion_codes,
    billing_address_collection: link.billing_address_collection as 'auto',
    ...(link.consent_collection && { consent_collection: link.consent_collection as object }),
    custom_fields: link.custom_fields as NonNullable<SessionInput['custom_fields']>,
    custom_text: link.custom_text as NonNullable<SessionInput['custom_text']>,
    customer_creation: link.customer_creation as 'always',
    metadata: link.metadata,
    ...(data && { payment_intent_data: givenOf(data) }),
    phone_number_collection: link.phone_number_collection,
    ...(link.shipping_address_collection && {
      shipping_address_collection: link.shipping_address_collection as NonNullable<
        SessionInput['shipping_address_collection']
      >,
    }),
    ...(options && { shipping_options: options }),
    submit_type: link.submit_type as 'pay',
    ...(after.redirect && { success_url: after.redirect.url }),
    ...(email !== undefined && /^[^\s@]+@[^\s@]+$/.test(email) && { customer_email: email }),
    ...(reference !== undefined && /^[\w-]{1,200}$/.test(reference) && { client_reference_id: reference }),
  }
}

function givenOf(data: object): NonNullable<SessionInput['payment_intent_data']> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))
}
