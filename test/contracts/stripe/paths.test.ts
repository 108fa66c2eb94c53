import { expect, test } from 'vitest'
import { operationId } from '../../../contracts/stripe/operation-ids.js'
import { officialPath } from '../../../contracts/stripe/overlay-parameter-names.js'

test.each([
  ['/v1/customers/{id}', '/v1/customers/{customer}'],
  ['/v1/payment_intents/{id}/confirm', '/v1/payment_intents/{intent}/confirm'],
  ['/v1/events/{id}', '/v1/events/{id}'],
  ['/v1/products/{id}', '/v1/products/{id}'],
  ['/v1/products/{productId}/features/{id}', '/v1/products/{product}/features/{id}'],
  ['/v1/subscriptions/{id}', '/v1/subscriptions/{subscription_exposed_id}'],
  ['/v1/subscriptions/{id}/resume', '/v1/subscriptions/{subscription}/resume'],
  ['/v1/tax/registrations/{id}', '/v1/tax/registrations/{id}'],
  ['/v1/country_specs/{id}', '/v1/country_specs/{country}'],
  ['/v1/setup_intents/{id}/cancel', '/v1/setup_intents/{intent}/cancel'],
  ['/v1/issuing/disputes/{id}', '/v1/issuing/disputes/{dispute}'],
  ['/v2/core/accounts/{accountId}/persons/{id}', '/v2/core/accounts/{account_id}/persons/{id}'],
])('%s is %s in the official document', (sdk, official) => {
  expect(officialPath(sdk)).toBe(official)
})

test.each([
  ['POST', '/v1/customers', 'PostCustomers'],
  ['GET', '/v1/customers/{customer}', 'GetCustomersCustomer'],
  ['DELETE', '/v1/customers/{customer}', 'DeleteCustomersCustomer'],
  ['POST', '/v1/payment_intents/{intent}/confirm', 'PostPaymentIntentsIntentConfirm'],
])('%s %s is called %s', (method, path, id) => {
  expect(operationId(method, path)).toBe(id)
})
