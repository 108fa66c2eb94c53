/** `number` compares; `string` is found by a part of it too; `token` only as a whole. */
export type FieldKind = 'number' | 'string' | 'token'

/** The fields of each resource that a query may name; `metadata` may be named for all of them. */
export type Fields = Readonly<Record<string, FieldKind>>

/** @source https://docs.stripe.com/search#supported-query-fields (read 2026-11) @unverified which of them are found by a part */
export const FIELDS: Readonly<Record<string, Fields>> = {
  charge: {
    amount: 'number',
    'billing_details.address.postal_code': 'token',
    created: 'number',
    currency: 'token',
    customer: 'token',
    disputed: 'token',
    'payment_method_details.card.brand': 'token',
    'payment_method_details.card.exp_month': 'token',
    'payment_method_details.card.exp_year': 'token',
    'payment_method_details.card.fingerprint': 'token',
    'payment_method_details.card.last4': 'token',
    refunded: 'token',
    status: 'token',
  },
  customer: { created: 'number', email: 'string', name: 'string', phone: 'string' },
  invoice: {
    created: 'number',
    currency: 'token',
    customer: 'token',
    last_finalization_error_code: 'token',
    last_finalization_error_type: 'token',
    number: 'string',
    receipt_number: 'string',
    status: 'string',
    subscription: 'token',
    total: 'number',
  },
  payment_intent: { amount: 'number', created: 'number', currency: 'token', customer: 'token', status: 'token' },
  price: {
    active: 'token',
    currency: 'token',
    lookup_key: 'string',
    product: 'string',
    type: 'token',
  },
  product: {
    active: 'token',
    created: 'number',
    description: 'string',
    name: 'string',
    shippable: 'token',
    url: 'string',
  },
  subscription: { canceled_at: 'number', created: 'number', status: 'token' },
}
