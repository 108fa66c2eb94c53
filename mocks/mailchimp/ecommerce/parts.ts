import { problem } from '../errors.js'
import { lookUpMember } from '../members/member.js'
import { saveMember } from '../members/save.js'
import type { ApiResource } from '../resources/api-resource.js'
import { merged } from '../resources/merge.js'
import { keyOf } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'

type Wire = Readonly<Record<string, unknown>>

const STORE = '/3.0/ecommerce/stores/{store_id}'

/**
 * What a shop's resource brings with it: a store needs its audience, an order or cart its customer, and a customer becomes a
 * member of the audience: subscribed with their consent, otherwise for transactions only.
 * @throws BadRequest (400) for an audience that is not there  @unverified wording
 */
export function beforeCreate(world: MailchimpWorld, item: string, parents: readonly string[], sent: Wire): void {
  const [store = ''] = parents
  if (item === STORE && !world.lists.has(String(sent.list_id))) {
    throw problem('BadRequest', { detail: 'The list_id provided is invalid.' })
  }
  if (item === `${STORE}/customers/{customer_id}`) joinAudience(world, store, sent)
  if (item !== `${STORE}/orders/{order_id}` && item !== `${STORE}/carts/{cart_id}`) return
  if (typeof sent.customer === 'object' && sent.customer !== null) putCustomer(world, store, sent.customer as Wire)
}

function putCustomer(world: MailchimpWorld, store: string, customer: Wire): void {
  const customers = world.resources<ApiResource>('ecommerce/stores/customers')
  const id = keyOf(store, String(customer.id))
  const before = customers.find(id)
  const fresh = { opt_in_status: false, created_at: world.now(), updated_at: world.now() }
  customers.put({ id, parent: store, wire: merged(before?.wire ?? fresh, customer) })
  if (!before) joinAudience(world, store, customer)
}

function joinAudience(world: MailchimpWorld, store: string, customer: Wire): void {
  const { list_id: id } = world.resources<ApiResource>('ecommerce/stores').find(store)?.wire ?? {}
  const list = world.lists.find(String(id))
  const email = customer.email_address
  if (!list || typeof email !== 'string' || lookUpMember(world, list.id, email)) return
  if (world.forgotten.has(list.id, email)) return
  const status = customer.opt_in_status === true ? 'subscribed' : 'transactional'
  const options = {
    by: 'api',
    origin: 'https://us6.api.mailchimp.com',
    skipMergeValidation: true,
    source: 'E-commerce',
  } as const
  saveMember(world, list, undefined, { email_address: email, status }, options)
}

/** What of a shop's resource is somewhere else, or is counted. */
export function shown(world: MailchimpWorld, item: string, row: ApiResource): Wire {
  const [store = ''] = row.id.split('/')
  switch (item) {
    case `${STORE}/customers/{customer_id}`:
      return { ...row.wire, ...totalsOf(world, store, String(row.wire.id)) }
    case `${STORE}/orders/{order_id}`:
    case `${STORE}/carts/{cart_id}`:
      return { ...row.wire, customer: customerOf(world, store, row.wire.customer), store_id: store }
    case `${STORE}/orders/{order_id}/lines/{line_id}`:
    case `${STORE}/carts/{cart_id}/lines/{line_id}`:
      return { ...row.wire, ...titlesOf(world, store, row.wire) }
    default:
      return row.wire
  }
}

function customerOf(world: MailchimpWorld, store: string, customer: unknown): unknown {
  const { id } = (customer ?? {}) as { id?: unknown }
  const row = world.resources<ApiResource>('ecommerce/stores/customers').find(keyOf(store, String(id)))
  return row ? { ...row.wire, ...totalsOf(world, store, String(id)) } : customer
}

function totalsOf(world: MailchimpWorld, store: string, customer: string) {
  const orders = world
    .resources<ApiResource>('ecommerce/stores/orders')
    .where('parent', store)
    .filter(({ wire }) => String((wire.customer as { id?: unknown } | undefined)?.id) === customer)
  return {
    orders_count: orders.length,
    total_spent: orders.reduce((sum, { wire }) => sum + Number(wire.order_total ?? 0), 0),
  }
}

function titlesOf(world: MailchimpWorld, store: string, line: Wire) {
  const key = keyOf(store, String(line.product_id))
  const product = world.resources<ApiResource>('ecommerce/stores/products').find(key)
  const variants = world.resources<ApiResource>('ecommerce/stores/products/variants')
  const variant = variants.find(keyOf(key, String(line.product_variant_id)))
  return {
    product_title: String(product?.wire.title ?? ''),
    product_variant_title: String(variant?.wire.title ?? ''),
  }
}
