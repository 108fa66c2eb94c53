import type { CheckoutSession } from '../../api.js'
import type { Entered } from '../../checkout-sessions/pay.js'
import { cardByNumber } from '../../test-cards/cards.js'
import type { RawCard } from '../../test-cards/raw-card.js'

export type Fields = Readonly<Record<string, string>>

interface Read {
  readonly entered: Entered
  /** By the field's name. */
  readonly wrong: Record<string, string>
  readonly card: RawCard | undefined
}

const MISSING = 'This field is required.'
export const NOT_A_TEST_CARD =
  'That is no test card, so it was not sent on, and is kept nowhere. Use 4242 4242 4242 4242, or another number of docs.stripe.com/testing.'

/** The texts of a form: what has no name of its own in it is left out. */
export function fieldsOf(body: unknown): Fields {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** What was entered to pay an open session, as far as the session asks for it. */
export function readPayment(session: CheckoutSession, fields: Fields): Read {
  const wrong: Record<string, string> = {}
  const free = session.mode === 'payment' && session.amount_total === 0
  const text = (name: string, optional = false): string | null => {
    const value = fields[name]?.trim() ?? ''
    if (value === '' && !optional) wrong[name] = MISSING
    return value === '' ? null : value
  }
  const email = session.customer_email ?? (session.customer && session.customer_details?.email) ?? text('email')
  if (email && !/^[^\s@]+@[^\s@]+$/.test(email)) wrong.email = 'Enter an e-mail address such as email@example.com.'
  const phone = session.phone_number_collection?.enabled ? text('phone') : null
  const shipping = session.shipping_address_collection
    ? { address: addressOf('shipping', text, true), name: text('shipping_name') ?? '' }
    : null
  const name = free ? (shipping?.name ?? null) : text('name')
  const address = free ? null : addressOf('billing', text, session.billing_address_collection === 'required')
  const customFields = readCustom(session, fields, wrong)
  const consent = consentOf(session, fields, wrong)
  return {
    card: free ? undefined : readCard(fields, wrong),
    wrong,
    entered: {
      details: {
        address,
        business_name: null,
        email,
        individual_name: null,
        name,
        phone,
        tax_exempt: 'none',
        tax_ids: [],
      },
      collected: { business_name: null, individual_name: null, shipping_details: shipping },
      consent,
      customFields,
    },
  }
}

function addressOf(
  kind: 'shipping' | 'billing',
  text: (name: string, optional?: boolean) => string | null,
  whole: boolean,
) {
  const part = (name: string, optional = false) => text(`${kind}_${name}`, optional)
  const country = part('country')
  if (!whole)
    return { city: null, country, line1: null, line2: null, postal_code: part('postal_code', true), state: null }
  return {
    city: part('city'),
    country,
    line1: part('line1'),
    line2: part('line2', true),
    postal_code: part('postal_code'),
    state: part('state', true),
  }
}

/** The card as it was typed, if it is one for tests. */
function readCard(fields: Fields, wrong: Record<string, string>): RawCard | undefined {
  const number = (fields.card_number ?? '').replace(/\D/g, '')
  const [, month, year] = /^\s*(\d{1,2})\s*\/?\s*(\d{2}|\d{4})\s*$/.exec(fields.card_expiry ?? '') ?? []
  const cvc = fields.cvc?.trim() ?? ''
  if (number === '') wrong.card_number = 'Your card number is incomplete.'
  else if (!cardByNumber(number)) wrong.card_number = NOT_A_TEST_CARD
  if (month === undefined) wrong.card_expiry = "Your card's expiration date is incomplete."
  if (cvc === '') wrong.cvc = "Your card's security code is incomplete."
  if (wrong.card_number || wrong.card_expiry || wrong.cvc) return undefined
  return { number, exp_month: Number(month), exp_year: Number(year), cvc }
}

function readCustom(session: CheckoutSession, fields: Fields, wrong: Record<string, string>) {
  return session.custom_fields.map((field) => {
    const { dropdown, key, numeric, optional, text } = field
    const name = `custom_${key}`
    const value = fields[name]?.trim() || null
    if (value === null && !optional) wrong[name] = MISSING
    else if (value !== null) {
      const problem = customProblem(value, field)
      if (problem !== undefined) wrong[name] = problem
    }
    return {
      ...field,
      ...(dropdown && { dropdown: { ...dropdown, value } }),
      ...(numeric && { numeric: { ...numeric, value } }),
      ...(text && { text: { ...text, value } }),
    }
  })
}

function customProblem(value: string, { dropdown, numeric, text }: CheckoutSession['custom_fields'][number]) {
  if (dropdown && !dropdown.options.some((option) => option.value === value)) return 'Choose one of these.'
  if (numeric && !/^\d+$/.test(value)) return 'Enter digits only.'
  const { maximum_length: most, minimum_length: least } = numeric ?? text ?? {}
  if (most != null && value.length > most) return `Enter at most ${most} characters.`
  if (least != null && value.length < least) return `Enter at least ${least} characters.`
  return undefined
}

function consentOf(
  session: CheckoutSession,
  fields: Fields,
  wrong: Record<string, string>,
): CheckoutSession['consent'] {
  const asked = session.consent_collection
  if (!asked) return null
  const terms = asked.terms_of_service === 'required'
  if (terms && fields.terms !== 'yes') wrong.terms = 'Please agree to go on.'
  return {
    promotions: asked.promotions === 'auto' ? (fields.promotions === 'yes' ? 'opt_in' : 'opt_out') : null,
    terms_of_service: terms ? 'accepted' : null,
  }
}
