import type { StripeWorld } from './world.js'

type Resource = Record<string, unknown>

/** What is left out of a resource unless it is expanded, by `type.field`. */
const INCLUDABLE: Readonly<Record<string, (resource: Resource, world: StripeWorld) => unknown>> = {
  'charge.refunds': ({ id }, world) => listOf(world.refunds.where('charge', id).reverse(), `/v1/charges/${id}/refunds`),
  'customer.sources': ({ id }) => listOf([], `/v1/customers/${id}/sources`),
  'customer.subscriptions': ({ id }) => listOf([], `/v1/customers/${id}/subscriptions`),
  'customer.tax_ids': ({ id }, world) =>
    listOf(
      world
        .collection('tax_id')
        .all()
        .filter((row) => (row as { customer?: unknown }).customer === id),
      `/v1/customers/${id}/tax_ids`,
    ),
}

export function included(resource: Resource, field: string, world: StripeWorld): unknown {
  return INCLUDABLE[`${resource.object}.${field}`]?.(resource, world)
}

function listOf(rows: readonly unknown[], url: string) {
  return { object: 'list', data: rows.slice(0, 10), has_more: rows.length > 10, url }
}
