import type { CheckoutSession } from '../../api.js'
import { partsOf } from '../../checkout-sessions/checkout-session.js'
import { TEST_CARDS } from '../../test-cards/cards.js'
import type { StripeWorld } from '../../world.js'
import { html, type Markup } from '../markup.js'
import { countries } from './countries.js'
import { type FormState, field, select, tick } from './field.js'
import { money } from './summary.js'

/** Whom it is for, where it goes, and the card. Works without a script; with one, card numbers are looked at before they leave the page. */
export function paymentForm(
  world: StripeWorld,
  session: CheckoutSession,
  state: FormState,
  alert: string | undefined,
): Markup {
  const free = session.mode === 'payment' && session.amount_total === 0
  return html`<form method="post" data-pay${!free && html` data-cards="${testNumbers()}"`}><input type="hidden" name="token" value="${partsOf(world, session.id).formToken}">
${alert !== undefined && html`<p class="alert" role="alert">${alert}</p>`}
<h2>Contact information</h2>
${contact(session, state)}
${shippingAddress(session, state)}
${customFields(session, state)}
${!free && cardFields(session, state)}
${consents(session, state)}
<button class="go" name="action" value="pay">${label(session, free)}</button>
${session.custom_text.submit && html`<p class="note">${session.custom_text.submit.message}</p>`}</form>`
}

/** Published numbers, so that any other is refused before it is sent. */
function testNumbers(): string {
  return TEST_CARDS.map(({ number }) => number).join(' ')
}

function label(session: CheckoutSession, free: boolean): string {
  if (session.mode === 'setup') return 'Save card'
  if (free) return 'Complete order'
  const verb = { book: 'Book', donate: 'Donate' }[session.submit_type as 'book'] ?? 'Pay'
  return `${verb} ${money(session.amount_total, session.currency)}`
}

function contact(session: CheckoutSession, state: FormState): Markup {
  const known = session.customer_details?.email
  // An e-mail that the shop has given is not the person's to change.
  const email =
    known && (session.customer_email !== null || session.customer !== null)
      ? html`<label for="email">Email</label><input id="email" name="email" value="${known}" readonly>`
      : field('email', 'Email', state, {
          type: 'email',
          autocomplete: 'email',
          inputmode: 'email',
          placeholder: 'email@example.com',
        })
  const { enabled } = session.phone_number_collection ?? { enabled: false }
  return html`${email}${enabled && field('phone', 'Phone', state, { type: 'tel', autocomplete: 'tel', inputmode: 'tel' })}`
}

function shippingAddress(session: CheckoutSession, state: FormState): Markup | undefined {
  const collection = session.shipping_address_collection
  if (!collection) return undefined
  const { shipping_address: text } = session.custom_text
  return html`<h2>Shipping address</h2>${field('shipping_name', 'Full name', state, { autocomplete: 'shipping name' })}${address('shipping', state, collection.allowed_countries)}${text && html`<p class="note">${text.message}</p>`}`
}

function address(kind: 'shipping' | 'billing', state: FormState, among?: readonly string[]): Markup {
  const name = (part: string) => `${kind}_${part}`
  const at = (part: string) => ({ autocomplete: `${kind} ${part}` })
  return html`${select(name('country'), 'Country', countries(among), state, `${kind} country`)}${field(name('line1'), 'Address', state, at('address-line1'))}${field(name('line2'), 'Apartment, suite', state, { ...at('address-line2'), optional: true })}<div class="pair">${field(name('postal_code'), 'Postal code', state, at('postal-code'))}${field(name('city'), 'City', state, at('address-level2'))}</div>`
}

function cardFields(session: CheckoutSession, state: FormState): Markup {
  const secret = { secret: true, inputmode: 'numeric' as const }
  const billing =
    session.billing_address_collection === 'required'
      ? address('billing', state)
      : html`${select('billing_country', 'Country', countries(), state, 'billing country')}`
  return html`<h2>Payment</h2><fieldset><legend class="unseen">Card information</legend>
${field('card_number', 'Card number', state, { ...secret, autocomplete: 'cc-number', placeholder: '4242 4242 4242 4242', max: 23 })}
<div class="pair">${field('card_expiry', 'Expiration (MM / YY)', state, { ...secret, autocomplete: 'cc-exp', placeholder: 'MM / YY', max: 9 })}${field('cvc', 'CVC', state, { ...secret, autocomplete: 'cc-csc', placeholder: '123', max: 4 })}</div></fieldset>
${field('name', 'Cardholder name', state, { autocomplete: 'cc-name' })}${billing}`
}

function customFields({ custom_fields: fields }: CheckoutSession, state: FormState): Markup | undefined {
  if (fields.length === 0) return undefined
  const shown = fields.map(({ dropdown, key, label: { custom }, numeric, optional, type }) => {
    const name = `custom_${key}`
    if (type !== 'dropdown') {
      return field(name, custom ?? key, state, { optional, inputmode: numeric ? 'numeric' : 'text' })
    }
    const options = (dropdown?.options ?? []).map(({ label: text, value }) => ({ code: value, name: text }))
    return select(name, custom ?? key, optional ? [{ code: '', name: '' }, ...options] : options, state)
  })
  return html`<h2>More information</h2>${shown}`
}

function consents({ consent_collection: asked, custom_text: text }: CheckoutSession, state: FormState): Markup {
  const terms = text.terms_of_service_acceptance?.message ?? 'I agree to the terms of service.'
  return html`${asked?.terms_of_service === 'required' && tick('terms', terms, state, true)}${asked?.promotions === 'auto' && tick('promotions', 'Send me news and offers.', state, false)}`
}
