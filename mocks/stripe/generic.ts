import type { Call, GenericRules, Row } from '../../src/engine/kit.js'
import type { Metadata } from './api.js'
import { COMPLETED } from './completed.js'
import { invalidRequest } from './errors.js'
import { ID_PREFIXES } from './id-prefixes.js'
import { INITIAL } from './initial-states.js'
import { mergeMetadata } from './metadata.js'
import { type ListQuery, list } from './paging.js'
import { pageV2 } from './paging-v2.js'
import { STANDING } from './standing.js'
import type { StripeWorld } from './world.js'

/** @source https://docs.stripe.com/api (read 2026-11); @unverified for the types whose pages do not name a default */
const DEFAULTS: Readonly<Record<string, Record<string, unknown>>> = {
  coupon: { duration: 'once' },
  payment_link: { active: true },
  plan: { active: true },
  price: { active: true, billing_scheme: 'per_unit', tax_behavior: 'unspecified', type: 'one_time' },
  product: { active: true },
  promotion_code: { active: true },
  shipping_rate: { active: true },
  tax_rate: { active: true },
}
/** Types whose events go by another name. */
const EVENT_NOUNS: Readonly<Record<string, string>> = {
  subscription: 'customer.subscription',
  tax_id: 'customer.tax_id',
}
function formOf(type: string): readonly [prefix: string, length: number] {
  return ID_PREFIXES[type] ?? [`${type.replace(/^.*\./, '')}_`, 24]
}

/** `cus_123` is well-formed, whatever its length: those who write tests choose ids that people can read. */
function wellFormed(type: string, id: string): boolean {
  const [prefix] = formOf(type)
  return id.startsWith(prefix) && /^\w{1,247}$/.test(id.slice(prefix.length))
}

/** Types whose creation may give an id. */
const OWN_IDS = new Set(['coupon', 'plan', 'product'])

/** @throws resource_already_exists (400) @unverified wording */
function ownId(call: Call, type: string, world: StripeWorld): string | undefined {
  const { id } = (call.body ?? {}) as { id?: unknown }
  if (!OWN_IDS.has(type) || typeof id !== 'string' || id === '') return undefined
  if (!world.collection(type).find(id)) return id
  const noun = type.charAt(0).toUpperCase() + type.slice(1)
  throw invalidRequest(`${noun} already exists.`, { code: 'resource_already_exists' })
}

/** Resources of API v2 write times in ISO 8601, and lists in another way. */
function isV2(type: string): boolean {
  return type.startsWith('v2.')
}

/** How the generic behaviour speaks Stripe. */
export const generic: GenericRules<StripeWorld> = {
  newId: (type, { random }) => {
    const [prefix, length] = formOf(type)
    return prefix + random.base62(length)
  },
  ownId,
  defaults: (type) => ({ ...INITIAL[type], ...DEFAULTS[type] }),
  wellFormed,
  completes: (type, row, world) => COMPLETED[type]?.(row, world) ?? {},
  standing: (type) => STANDING[type],
  stamp: (type, world) => ({
    ...(type === 'coupon' && { valid: true }),
    created: isV2(type) ? new Date(world.now()).toISOString() : Math.floor(world.now() / 1000),
    livemode: false,
  }),
  list: (call, { type, filter }, world) => {
    const query = call.query as ListQuery
    if (isV2(type))
      return pageV2(
        world
          .collection<Row>(type)
          .all()
          .reverse()
          .filter((row) => !filter || filter(row)),
        query,
        call,
      )
    return list(world.collection(type), query, { url: call.path, filter })
  },
  deleted: (type, id) => ({ id, object: type, deleted: true }),
  merge: (row, patch) => {
    const { metadata, ...rest } = patch
    return {
      ...row,
      ...rest,
      ...(metadata !== undefined && { metadata: mergeMetadata(row.metadata as Metadata, metadata as Metadata) }),
    }
  },
  event: (type, change) => `${EVENT_NOUNS[type] ?? type.replace(/^issuing\./, 'issuing_')}.${change}`,
}
