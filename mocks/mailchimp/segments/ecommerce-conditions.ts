import type { Member } from '../members/member.js'
import type { ApiResource } from '../resources/api-resource.js'
import type { MailchimpWorld } from '../world.js'
import { compareNumber, compareText } from './compare.js'
import type { Test } from './evaluate.js'

/** Orders of customers with a member's address, in the stores of their audience. */
function ordersOf(world: MailchimpWorld, member: Member): ApiResource[] {
  const stores = new Set(
    world
      .resources<ApiResource>('ecommerce/stores')
      .all()
      .filter(({ wire }) => wire.list_id === member.parent)
      .map(({ id }) => id),
  )
  if (stores.size === 0) return []
  return world
    .resources<ApiResource>('ecommerce/stores/orders')
    .all()
    .filter(({ parent, wire }) => stores.has(parent) && emailOf(world, parent, wire) === member.email.toLowerCase())
}

function emailOf(world: MailchimpWorld, store: string, order: ApiResource['wire']): string {
  const { id } = (order.customer ?? {}) as { id?: unknown }
  const customer = world.resources<ApiResource>('ecommerce/stores/customers').find(`${store}/${String(id)}`)
  return String(customer?.wire.email_address ?? '').toLowerCase()
}

function total(orders: readonly ApiResource[]): number {
  return orders.reduce((sum, { wire }) => sum + Number(wire.order_total ?? 0), 0)
}

/** What conditions ask of what somebody has bought. */
export const ecommerceConditions: Readonly<Record<string, Test>> = {
  EcommPurchased: (world, member, { op }) => ordersOf(world, member).length > 0 === (op !== 'notmember'),
  EcommStore: (world, member, { op, value }) =>
    ordersOf(world, member).some(({ parent }) => parent === String(value)) === (op !== 'not'),
  EcommSpent: (world, member, { field, op = '', value }) => {
    const orders = ordersOf(world, member)
    if (field === 'ecomm_spent_all') return compareNumber(op, total(orders), Number(value))
    return orders.some((order) => compareNumber(op, total([order]), Number(value)))
  },
  EcommNumber: (world, member, { field, op = '', value }) => {
    const orders = ordersOf(world, member)
    const average = orders.length === 0 ? 0 : total(orders) / orders.length
    return compareNumber(op, field === 'ecomm_orders' ? orders.length : average, Number(value))
  },
  EcommCategory: (world, member, { op = '', value }) => {
    const titles = ordersOf(world, member).flatMap(({ wire }) => linesOf(wire))
    const wanted = String(value ?? '')
    return op.startsWith('not') || op === 'notcontain'
      ? titles.every((title) => compareText(op, title, wanted))
      : titles.some((title) => compareText(op, title, wanted))
  },
}

function linesOf(order: ApiResource['wire']): string[] {
  const lines = Array.isArray(order.lines) ? (order.lines as Record<string, unknown>[]) : []
  return lines.map(({ product_title, product_id }) => String(product_title ?? product_id ?? ''))
}
