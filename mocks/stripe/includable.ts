import type { Customer } from './api.js'
import { payloadsOf } from './apps/secret.js'
import { cashBalanceOf } from './cash-balance/cash-balance.js'
import { sourcesOf } from './customers/sources/source.js'
import { linkPartsOf } from './payment-links/payment-link.js'
import type { StripeWorld } from './world.js'

type Resource = Record<string, unknown>

/** What is left out of a resource unless it is expanded, by `type.field`. */
const INCLUDABLE: Readonly<Record<string, (resource: Resource, world: StripeWorld) => unknown>> = {
  'apps.secret.payload': ({ id }, world) => payloadsOf(world).find(String(id))?.payload,
  'charge.refunds': ({ id }, world) => listOf(world.refunds.where('charge', id).reverse(), `/v1/charges/${id}/refunds`),
  'checkout.session.line_items': ({ id }, world) =>
    listOf(world.sessionParts.find(String(id))?.items ?? [], `/v1/checkout/sessions/${id}/line_items`),
  'coupon.applies_to': ({ id }, world) => world.couponParts.find(String(id))?.applies_to,
  'coupon.currency_options': ({ id }, world) => world.couponParts.find(String(id))?.currency_options,
  'customer.cash_balance': ({ id }, world) => cashBalanceOf(world, String(id)),
  'customer.sources': (customer, world) =>
    listOf(sourcesOf(world, customer as unknown as Customer), `/v1/customers/${customer.id}/sources`),
  'customer.subscriptions': ({ id }) => listOf([], `/v1/customers/${id}/subscriptions`),
  'customer.tax_ids': ({ id }, world) =>
    listOf(
      world
        .collection('tax_id')
        .all()
        .filter((row) => (row as { customer?: unknown }).customer === id),
      `/v1/customers/${id}/tax_ids`,
    ),
  'payment_link.line_items': ({ id }, world) =>
    listOf(linkPartsOf(world, String(id))?.items ?? [], `/v1/payment_links/${id}/line_items`),
  'price.currency_options': ({ id }, world) => world.priceParts.find(String(id))?.currency_options,
  ...Object.fromEntries(
    ['calculation', 'transaction'].map((kind) => [
      `tax.${kind}.line_items`,
      ({ id }: Resource, world: StripeWorld) =>
        listOf(world.taxLines.find(String(id))?.lines ?? [], `/v1/tax/${kind}s/${id}/line_items`),
    ]),
  ),
  'price.tiers': ({ id }, world) => world.priceParts.find(String(id))?.tiers,
}

export function included(resource: Resource, field: string, world: StripeWorld): unknown {
  return INCLUDABLE[`${resource.object}.${field}`]?.(resource, world)
}

function listOf(rows: readonly unknown[], url: string) {
  return { object: 'list', data: rows.slice(0, 10), has_more: rows.length > 10, url }
}
