import type { CheckoutSession } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { newCustomFields, type SessionInput } from './checkout-session.js'

/** What the session repeats of its parameters, or has as null. */
export function asGiven(input: SessionInput) {
  const setup = input.mode === 'setup'
  return {
    ...UNUSED,
    adaptive_pricing: setup ? null : { enabled: false },
    after_expiration: recoveryOf(input),
    allow_promotion_codes: input.allow_promotion_codes ?? null,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    billing_address_collection: input.billing_address_collection ?? null,
    client_reference_id: input.client_reference_id ?? null,
    consent_collection: consentCollection(input.consent_collection),
    custom_fields: newCustomFields(input.custom_fields),
    custom_text: customText(input.custom_text),
    customer_creation: setup || input.customer !== undefined ? null : (input.customer_creation ?? 'if_required'),
    customer_email: input.customer_email ?? null,
    integration_identifier: input.integration_identifier ?? null,
    invoice_creation: setup ? null : { enabled: false, invoice_data: NO_INVOICE },
    locale: input.locale ?? null,
    metadata: mergeMetadata({}, input.metadata),
    origin_context: input.origin_context ?? null,
    payment_method_collection: setup ? 'always' : (input.payment_method_collection ?? 'if_required'),
    payment_method_options: { card: { request_three_d_secure: 'automatic', ...input.payment_method_options?.card } },
    phone_number_collection: { enabled: input.phone_number_collection?.enabled ?? false },
    shipping_address_collection: input.shipping_address_collection ?? null,
    submit_type: input.submit_type ?? null,
  }
}

const UNUSED = {
  object: 'checkout.session' as const,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  collected_information: { business_name: null, individual_name: null, shipping_details: null },
  consent: null,
  currency_conversion: null,
  customer_account: null,
  invoice: null,
  livemode: false,
  managed_payments: null,
  payment_intent: null,
  payment_method_configuration_details: null,
  payment_method_types: ['card'],
  permissions: null,
  saved_payment_method_options: null,
  setup_intent: null,
  subscription: null,
  wallet_options: null,
}

const NO_INVOICE = {
  account_tax_ids: null,
  custom_fields: null,
  description: null,
  footer: null,
  issuer: null,
  metadata: {},
  rendering_options: null,
}

function recoveryOf({ after_expiration: given }: SessionInput): CheckoutSession['after_expiration'] {
  const { recovery } = given ?? {}
  if (!recovery) return null
  const { allow_promotion_codes: codes = false, enabled } = recovery
  return { recovery: { allow_promotion_codes: codes, enabled, expires_at: null, url: null } }
}

/** What the page asks consent for, of sessions and payment links. */
export function consentCollection(given: object | undefined) {
  if (!given) return null
  return { payment_method_reuse_agreement: null, promotions: null, terms_of_service: null, ...given }
}

/** The shop's own words on the page, of sessions and payment links. */
export function customText(given: object | undefined) {
  const texts = Object.entries(given ?? {}).map(([name, value]) => [name, value === '' ? null : value])
  const none = { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null }
  return { ...none, ...Object.fromEntries(texts) }
}
