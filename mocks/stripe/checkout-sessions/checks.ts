import { invalidRequest, notModelled } from '../errors.js'
import type { StripeWorld } from '../world.js'
import type { SessionInput } from './checkout-session.js'
import { checkCustomFields } from './custom-fields.js'

export const SOONEST = 30 * 60
export const LATEST = 24 * 60 * 60

/** @throws what contradicts itself or is missing (400), what is not simulated (501) @unverified wording, but for the sentence on expires_at, as measured by others (2026-09) */
export function checkSession(input: SessionInput, world: StripeWorld): void {
  checkSimulated(input)
  checkExclusive(input, 'customer', 'customer_email')
  checkExclusive(input, 'customer', 'customer_creation')
  checkExclusive(input, 'discounts', 'allow_promotion_codes')
  checkUrls(input)
  checkCustomFields(input.custom_fields)
  if ((input.discounts?.length ?? 0) > 1) {
    throw invalidRequest('`discounts` can have at most one element.', { param: 'discounts' })
  }
  if (input.mode === 'setup') {
    checkSetup(input)
    return
  }
  if (!input.line_items?.length) throw missing('line_items')
  checkExpiry(input.expires_at, world)
}

/** Parts of Checkout that hang together with what is not modelled. */
function checkSimulated(input: SessionInput): void {
  const given: Record<string, boolean> = {
    'mode=subscription': input.mode === 'subscription',
    [`ui_mode=${input.ui_mode}`]: input.ui_mode === 'elements' || input.ui_mode === 'form',
    automatic_tax: input.automatic_tax?.enabled === true,
    invoice_creation: input.invoice_creation?.enabled === true,
    managed_payments: input.managed_payments?.enabled === true,
    optional_items: (input.optional_items?.length ?? 0) > 0,
    adaptive_pricing: input.adaptive_pricing?.enabled === true,
    customer_account: input.customer_account !== undefined,
    'allowed_payment_method_types without card': input.allowed_payment_method_types?.includes('card') === false,
    tax_id_collection: input.tax_id_collection?.enabled === true,
  }
  const [what] = Object.entries(given).find(([, asked]) => asked) ?? []
  if (what !== undefined) throw notModelled(`POST /v1/checkout/sessions with ${what}`)
}

function checkExclusive(input: SessionInput, one: keyof SessionInput, other: keyof SessionInput): void {
  if (input[one] === undefined || input[other] === undefined) return
  throw invalidRequest(`You may only specify one of these parameters: ${one}, ${other}.`, {
    code: 'parameters_exclusive',
    param: one,
  })
}

function checkUrls({
  cancel_url,
  redirect_on_completion: redirect,
  return_url,
  success_url,
  ui_mode,
}: SessionInput): void {
  const urls = { cancel_url, return_url, success_url }
  for (const [param, url] of Object.entries(urls)) {
    if (url !== undefined && !/^[a-z][a-z0-9+.-]*:\/\/[^\s/]/i.test(url)) {
      throw invalidRequest('Not a valid URL', { code: 'url_invalid', param })
    }
  }
  const embedded = ui_mode === 'embedded_page'
  const misplaced = embedded ? (['success_url', 'cancel_url'] as const) : (['return_url'] as const)
  for (const param of misplaced) {
    if (urls[param] === undefined) continue
    throw invalidRequest(`\`${param}\` is not allowed when \`ui_mode\` is \`${ui_mode ?? 'hosted_page'}\`.`, { param })
  }
  if (embedded && redirect !== 'never' && return_url === undefined) throw missing('return_url')
  if (!embedded && success_url === undefined) throw missing('success_url')
}

function checkSetup(input: SessionInput): void {
  for (const param of ['line_items', 'payment_intent_data', 'discounts', 'shipping_options'] as const) {
    if (input[param] === undefined) continue
    throw invalidRequest(`You can not pass \`${param}\` in \`setup\` mode.`, { param })
  }
  if (input.currency === undefined && input.allowed_payment_method_types === undefined) throw missing('currency')
}

export function checkExpiry(expiresAt: number | undefined, world: StripeWorld): void {
  if (expiresAt === undefined) return
  const left = expiresAt - world.now()
  const param = 'expires_at'
  if (left < SOONEST) {
    throw invalidRequest('The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.', {
      param,
    })
  }
  if (left <= LATEST) return
  throw invalidRequest('The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.', {
    param,
  })
}

function missing(param: string) {
  return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
}
