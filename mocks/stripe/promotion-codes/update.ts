import { behaviour, type Metadata } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { checkActivation } from './promotion-code.js'

/**
 * Activates or deactivates a code, or changes its metadata: no more can be changed.
 * @throws resource_missing (404), one that is used up or over (400)  @emits promotion_code.updated
 * @source https://docs.stripe.com/api/promotion_codes/update (read 2026-11-24)
 */
export const updatePromotionCode = behaviour(
  'POST /v1/promotion_codes/{promotion_code}',
  ({ params, body = {} }, world) => {
    const code = world.promotionCodes.get(params.promotion_code, 'promotion_code')
    if (body.active === true) checkActivation(code, world)
    const updated = world.promotionCodes.update(code.id, {
      active: body.active ?? code.active,
      metadata: mergeMetadata(code.metadata as Metadata, body.metadata),
    })
    world.emit('promotion_code.updated', updated, code)
    return updated
  },
)
