import type { GenericRules } from '../../src/engine/kit.js'
import type { Metadata } from './api.js'
import { ID_PREFIXES } from './id-prefixes.js'
import { mergeMetadata } from './metadata.js'
import { type ListQuery, list } from './paging.js'
import type { StripeWorld } from './world.js'

/** How the generic behaviour speaks Stripe. */
export const generic: GenericRules<StripeWorld> = {
  newId: (type, { random }) => {
    const [prefix, length] = ID_PREFIXES[type] ?? [`${type.replace(/^.*\./, '')}_`, 24]
    return prefix + random.base62(length)
  },
  stamp: (type, world) => ({
    ...(type === 'coupon' && { valid: true }),
    created: Math.floor(world.now() / 1000),
    livemode: false,
  }),
  list: (call, { type, filter }, world) =>
    list(world.collection(type), call.query as ListQuery, { url: call.path, filter }),
  deleted: (type, id) => ({ id, object: type, deleted: true }),
  merge: (row, patch) => {
    const { metadata, ...rest } = patch
    return {
      ...row,
      ...rest,
      ...(metadata !== undefined && { metadata: mergeMetadata(row.metadata as Metadata, metadata as Metadata) }),
    }
  },
  event: (type, change) => `${type}.${change}`,
}
