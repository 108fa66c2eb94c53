import { behaviour } from '../api.js'
import { missing } from '../errors.js'
import { cardByName } from '../test-cards/cards.js'
import { namedDebit } from './bank-debit.js'
import { resolvePaymentMethod } from './payment-method.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/payment_methods/retrieve (read 2026-11-24) */
export const retrieveMethod = behaviour('GET /v1/payment_methods/{payment_method}', ({ params }, world) => {
  const id = params.payment_method
  if (cardByName(id.replace(/^pm_card_/, '')) || namedDebit(id)) return resolvePaymentMethod(id, world)
  return world.paymentMethods.get(id, 'payment_method')
})

/** @throws resource_missing (404) @source https://docs.stripe.com/api/payment_methods/customer (read 2026-11-24) */
export const retrieveCustomersMethod = behaviour(
  'GET /v1/customers/{customer}/payment_methods/{payment_method}',
  ({ params }, world) => {
    const method = world.paymentMethods.get(params.payment_method, 'payment_method')
    if (method.customer !== world.customers.get(params.customer, 'customer').id) {
      throw missing('payment_method', method.id, 'payment_method', true)
    }
    return method
  },
)
