import { behaviour, type PaymentLink } from '../api.js'
import { newCustomFields } from '../checkout-sessions/checkout-session.js'
import { checkCustomFields } from '../checkout-sessions/custom-fields.js'
import { consentCollection, customText } from '../checkout-sessions/given.js'
import { lineItemsOf } from '../checkout-sessions/line-items.js'
import { shippingOptions } from '../checkout-sessions/shipping.js'
import { invalidRequest, notModelled } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { pagesOrigin } from '../pages/origin.js'
import { claimPage } from '../pages/page-scope.js'
import type { StripeWorld } from '../world.js'
import type { LinkInput } from './payment-link.js'

/**
 * Creates a payment link: each visit of its address opens a Checkout Session. Amounts in minor units.
 * @throws parameter_missing, resource_missing, an inactive price (400); subscriptions, taxes, invoices (501)
 * @emits payment_link.created  @source https://docs.stripe.com/api/payment-link/create (read 2026-11-24)
 */
export const createPaymentLink = behaviour('POST /v1/payment_links', ({ body, call }, world) => {
  checkSimulated(body)
  checkCompletion(body.after_completion)
  const items = lineItemsOf(world, body.line_items)
  const currency = items[0]?.currency ?? ''
  const slug = `test_${world.port.random.base62(20)}`
  const link = world.paymentLinks.insert({
    ...asGiven(body),
    id: world.id('plink'),
    currency,
    shipping_options: shippingOptions(world, body.shipping_options, currency),
    url: `${pagesOrigin(call, 'buy')}/${slug}`,
  } as PaymentLink)
  world.linkParts.insert({ id: slug, link: link.id, items, options: body.shipping_options ?? [] })
  // Its page has no key: the path says which world is meant, without what all of them begin with.
  claimPage(world, slug.slice('test_'.length))
  world.emit('payment_link.created', link)
  return link
})

function checkSimulated(input: LinkInput): void {
  const given: Record<string, boolean> = {
    'automatic tax of payment links': input.automatic_tax?.enabled === true,
    'invoices of payment links': input.invoice_creation?.enabled === true,
    'optional items of payment links': (input.optional_items?.length ?? 0) > 0,
    'tax ids of payment links': input.tax_id_collection?.enabled === true,
    'subscriptions of payment links, which come with billing': input.subscription_data !== undefined,
    'payment links without cards': input.payment_method_types?.includes('card') === false,
  }
  const [what] = Object.entries(given).find(([, asked]) => asked) ?? []
  if (what !== undefined) throw notModelled(what)
}

export function checkCompletion(completion: LinkInput['after_completion']): void {
  if (completion?.type !== 'redirect' || completion.redirect) return
  const param = 'after_completion[redirect]'
  throw invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}

export function completionOf(given: LinkInput['after_completion']): PaymentLink['after_completion'] {
  if (given?.type === 'redirect' && given.redirect) return { type: 'redirect', redirect: { url: given.redirect.url } }
  return {
    type: 'hosted_confirmation',
    hosted_confirmation: { custom_message: given?.hosted_confirmation?.custom_message ?? null },
  }
}

/** What the link repeats of its parameters, or has by default. */
function asGiven(input: LinkInput) {
  const limit = input.restrictions?.completed_sessions.limit
  return {
    object: 'payment_link' as const,
    active: true,
    after_completion: completionOf(input.after_completion),
    allow_promotion_codes: input.allow_promotion_codes ?? false,
    application: null,
    application_fee_amount: input.application_fee_amount ?? null,
    application_fee_percent: input.application_fee_percent ?? null,
    automatic_tax: { enabled: false, liability: null },
    billing_address_collection: input.billing_address_collection ?? 'auto',
    consent_collection: consentCollection(input.consent_collection),
    custom_fields: linkFields(input.custom_fields),
    custom_text: customText(input.custom_text),
    customer_creation: input.customer_creation ?? 'if_required',
    inactive_message: input.inactive_message ?? null,
    invoice_creation: { enabled: false, invoice_data: null },
    livemode: false,
    managed_payments: null,
    metadata: mergeMetadata({}, input.metadata),
    on_behalf_of: input.on_behalf_of ?? null,
    payment_intent_data: input.payment_intent_data ? { ...NO_INTENT_DATA, ...input.payment_intent_data } : null,
    payment_method_collection: input.payment_method_collection ?? 'always',
    payment_method_options: null,
    payment_method_types: input.payment_method_types ?? null,
    phone_number_collection: { enabled: input.phone_number_collection?.enabled ?? false },
    restrictions: limit === undefined ? null : { completed_sessions: { count: 0, limit } },
    shipping_address_collection: input.shipping_address_collection ?? null,
    submit_type: input.submit_type ?? 'auto',
    subscription_data: null,
    tax_id_collection: { enabled: false, required: 'never' },
    transfer_data: null,
  }
}

const NO_INTENT_DATA = {
  capture_method: null,
  description: null,
  metadata: {},
  setup_future_usage: null,
  statement_descriptor: null,
  statement_descriptor_suffix: null,
  transfer_group: null,
}

/** Those of a link have no value: nobody has filled them in. */
function linkFields(given: LinkInput['custom_fields']): PaymentLink['custom_fields'] {
  checkCustomFields(given)
  const drop = (part: object) => {
    const { value: _, ...rest } = part as { value?: unknown }
    return rest
  }
  return newCustomFields(given).map(({ dropdown, numeric, text, ...field }) => ({
    ...field,
    ...(dropdown && { dropdown: drop(dropdown) }),
    ...(numeric && { numeric: drop(numeric) }),
    ...(text && { text: drop(text) }),
  })) as unknown as PaymentLink['custom_fields']
}

/** Whether a link is there, for its parts. @throws resource_missing (404) */
export function linkOf(world: StripeWorld, id: string): PaymentLink {
  return world.paymentLinks.get(id, 'payment_link')
}
