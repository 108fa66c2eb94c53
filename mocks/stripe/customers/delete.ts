import { behaviour } from '../api.js'
import { cashRowOf } from '../cash-balance/cash-balance.js'
import { invalidRequest } from '../errors.js'
import { detachSource } from './sources/remove.js'
import { sourceIds } from './sources/source.js'

/**
 * Deletes a customer, and what it could be charged by.
 * @throws resource_missing (404), a customer with a cash balance, even of nothing (400) @unverified wording  @emits customer.deleted, payment_method.detached, customer.source.deleted
 * @source https://docs.stripe.com/api/customers/delete (read 2026-11-24); @unverified that detached payment methods and sources are told
 */
export const deleteCustomer = behaviour('DELETE /v1/customers/{customer}', ({ params }, world) => {
  const customer = world.customers.get(params.customer, 'customer')
  if (cashRowOf(world, customer.id).available !== null) {
    throw invalidRequest(`Customer ${customer.id} has a cash balance and cannot be deleted.`, { param: 'customer' })
  }
  for (const id of sourceIds(world, customer.id)) detachSource(world, customer.id, id)
  for (const method of world.paymentMethods.where('customer', customer.id)) {
    const secrets = world.cardSecrets.find(method.id)
    if (secrets) world.cardSecrets.put({ ...secrets, spent: true })
    world.emit('payment_method.detached', world.paymentMethods.update(method.id, { customer: null }), method)
  }
  world.customers.delete(customer.id)
  world.deletedCustomers.insert({ id: customer.id })
  world.emit('customer.deleted', customer)
  return { id: customer.id, object: 'customer' as const, deleted: true as const }
})
