import type { Customer } from '../../api.js'
import type { StripeWorld } from '../../world.js'
import { findSource, sourceIds } from './source.js'

/**
 * Takes a source from a customer; the newest of the others becomes the default where it was that.
 * @emits payment_method.detached, customer.source.deleted, customer.updated
 * @source https://docs.stripe.com/api/cards/delete (read 2026-11-24); the events as listed by others who ran it against Stripe's test mode
 */
export function removeSource(world: StripeWorld, customer: Customer, id: string): void {
  detachSource(world, customer.id, id)
  if (customer.default_source !== id) return
  const updated = world.customers.update(customer.id, { default_source: sourceIds(world, customer.id).at(-1) ?? null })
  world.emit('customer.updated', updated, customer)
}

/** The same but for the default. Payments that were made with it still know it. @emits payment_method.detached, customer.source.deleted */
export function detachSource(world: StripeWorld, customer: string, id: string): void {
  const before = findSource(world, id)
  world.sourceOrders.put({ id: customer, ids: sourceIds(world, customer).filter((each) => each !== id) })
  const method = world.paymentMethods.find(id)
  if (method) {
    const secrets = world.cardSecrets.find(id)
    if (secrets) world.cardSecrets.put({ ...secrets, spent: true })
    world.emit('payment_method.detached', world.paymentMethods.update(id, { customer: null }), method)
  } else {
    world.bankAccounts.delete(id)
    world.bankSecrets.delete(id)
  }
  const source = world.sources.find(id)
  if (source) {
    const { customer: _, ...rest } = source
    world.sources.put({ ...rest, status: 'consumed' })
  }
  if (before) world.emit('customer.source.deleted', before)
}
