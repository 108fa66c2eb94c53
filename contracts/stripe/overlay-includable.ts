import type { Schema } from '../document.js'

/**
 * Fields that an answer leaves out until the caller names them in `expand`. The SDK marks them only as optional.
 * Lists inside an object are such fields wherever they are optional, save those named in `alwaysPresent`.
 * @unverified written from memory of each object's reference page; of these the example objects hold only charge.refunds
 * and tax.transaction.line_items
 */
const includable: Record<string, string[]> = {
  'checkout.session': ['line_items'],
  coupon: ['applies_to', 'currency_options'],
  customer: ['cash_balance', 'invoice_credit_balance', 'tax'],
  'identity.verification_session': ['verified_outputs'],
  identity_verification_report_document: [
    'dob',
    'expiration_date',
    'number',
    'sex',
    'unparsed_place_of_birth',
    'unparsed_sex',
  ],
  identity_verification_report_id_number: ['dob', 'id_number'],
  invoice: ['confirmation_secret'],
  'issuing.card': ['cvc', 'number'],
  plan: ['tiers'],
  price: ['currency_options', 'tiers'],
  shipping_rate_fixed_amount: ['currency_options'],
  'treasury.financial_account': ['features'],
}

const alwaysPresent: Record<string, string[]> = { account: ['external_accounts'], file: ['links'] }

export function isIncludable(owner: string, field: string, schema: Schema): boolean {
  if (includable[owner]?.includes(field)) return true
  return isList(schema) && !alwaysPresent[owner]?.includes(field)
}

function isList(schema: Schema): boolean {
  return schema.properties?.object?.enum?.includes('list') === true
}
