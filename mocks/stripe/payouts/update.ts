import { behaviour, type Metadata } from '../api.js'
import { mergeMetadata } from '../metadata.js'

/** @throws resource_missing (404)  @emits payout.updated  @source https://docs.stripe.com/api/payouts/update (read 2026-11-24) */
export const updatePayout = behaviour('POST /v1/payouts/{payout}', ({ params, body = {} }, world) => {
  const payout = world.payouts.get(params.payout, 'payout')
  const updated = world.payouts.update(payout.id, {
    metadata: mergeMetadata(payout.metadata as Metadata | null, body.metadata as Metadata | '' | undefined),
  })
  world.emit('payout.updated', updated, payout)
  return updated
})
