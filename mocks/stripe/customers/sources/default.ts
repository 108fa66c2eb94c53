import type { Customer } from '../../api.js'
import type { StripeWorld } from '../../world.js'
import { addSource, type SourceInput, tellAdded } from './add.js'
import { detachSource } from './remove.js'
import { type CustomerSource, sourceOf } from './source.js'

/** Gives a customer one more source; the first becomes the default. @throws see `addSource` @emits those of `tellAdded`, customer.updated */
export function giveSource(world: StripeWorld, customer: Customer, input: SourceInput): CustomerSource {
  const added = addSource(world, customer.id, input)
  tellAdded(world, added)
  if (customer.default_source === null) {
    world.emit('customer.updated', world.customers.update(customer.id, { default_source: added.id }), customer)
  }
  return added
}

interface DefaultInput {
  readonly source?: SourceInput['source'] | undefined
  readonly default_source?: string | undefined
  readonly validate?: boolean | undefined
}

/**
 * What an update of a customer makes of the default source: a new one takes its place, and the old one is deleted.
 * @throws those of `addSource`, resource_missing (400)  @emits those of `tellAdded` and `detachSource`
 * @source https://docs.stripe.com/api/customers/update#update_customer-source (read 2026-11-24)
 */
export function changeDefault(
  world: StripeWorld,
  { id, default_source: old }: Customer,
  { source, default_source: wanted, validate }: DefaultInput,
  call: SourceInput['call'],
): Pick<Customer, 'default_source'> {
  if (source === undefined || source === '') {
    return { default_source: wanted === undefined ? old : sourceOf(world, id, wanted, 'default_source', false).id }
  }
  const added = addSource(world, id, { source, call, ...(validate !== undefined && { validate }) })
  tellAdded(world, added)
  if (old !== null) detachSource(world, id, String(old))
  return { default_source: wanted === undefined ? added.id : sourceOf(world, id, wanted, 'default_source', false).id }
}
