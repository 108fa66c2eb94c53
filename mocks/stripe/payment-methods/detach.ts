import { behaviour } from '../api.js'
import { removeSource } from '../customers/sources/remove.js'
import { sourceIds } from '../customers/sources/source.js'
import { invalidRequest } from '../errors.js'

/**
 * Detaches a payment method; it can never be used again. A card that is a source of the customer's is deleted there.
 * @throws resource_missing (404), not attached (400)  @emits payment_method.detached
 * @source https://docs.stripe.com/api/payment_methods/detach (read 2026-11-24)
 */
export const detach = behaviour('POST /v1/payment_methods/{payment_method}/detach', ({ params }, world) => {
  const method = world.paymentMethods.get(params.payment_method, 'payment_method')
  if (method.customer === null) {
    throw invalidRequest('The payment method you provided is not attached to a customer so detachment is impossible.')
  }
  const owner = String(method.customer)
  if (sourceIds(world, owner).includes(method.id)) {
    removeSource(world, world.customers.get(owner, 'customer'), method.id)
    return world.paymentMethods.get(method.id, 'payment_method')
  }
  const secrets = world.cardSecrets.find(method.id)
  if (secrets) world.cardSecrets.put({ ...secrets, spent: true })
  const detached = world.paymentMethods.update(method.id, { customer: null })
  world.emit('payment_method.detached', detached, method)
  return detached
})
