import type { Schema } from '../document.js'

/**
 * Fields that an answer leaves out until the caller names them in `expand`. The SDK marks them only as optional.
 * Lists inside an object are such fields wherever they are optional, save those named in `alwaysPresent`.
 * @source https://docs.stripe.com/api/expanding_objects and each object's reference page
 */
const includable: Record<string, string[]> = {
  'checkout.session': ['line_items'],
  coupon: ['applies_to', 'currency_options'],
  customer: ['cash_balance', 'invoice_credit_balance', 'tax'],
  'identity.verification_session': ['verified_outputs'],
  invoice: ['confirmation_secret'],
  'issuing.card': ['cvc', 'number'],
  plan: ['tiers'],
  price: ['currency_options', 'tiers'],
}

const alwaysPresent: Record<string, string[]> = { account: ['external_accounts'], file: ['links'] }

export function isIncludable(owner: string, field: string, schema: Schema): boolean {
  if (includable[owner]?.includes(field)) return true
  return isList(schema) && !alwaysPresent[owner]?.includes(field)
}

function isList(schema: Schema): boolean {
  return schema.properties?.object?.enum?.includes('list') === true
}
