import { behaviour, type Metadata } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { keepParts } from './create.js'

/**
 * Updates name, metadata and amounts in further currencies: what a coupon takes off never changes.
 * @throws resource_missing (404)  @emits coupon.updated  @source https://docs.stripe.com/api/coupons/update (read 2026-11-24)
 */
export const updateCoupon = behaviour('POST /v1/coupons/{coupon}', ({ params, body = {} }, world) => {
  const coupon = world.coupons.get(params.coupon, 'coupon')
  if (body.currency_options) keepParts(world, coupon.id, { currency_options: body.currency_options })
  const updated = world.coupons.update(coupon.id, {
    metadata: mergeMetadata(coupon.metadata as Metadata, body.metadata),
    name: body.name === undefined ? coupon.name : body.name || null,
  })
  world.emit('coupon.updated', updated, coupon)
  return updated
})
