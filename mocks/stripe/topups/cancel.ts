import { behaviour } from '../api.js'
import { checkCancelable } from './topup.js'

/** @throws resource_missing (404), a top-up in another state (400)  @emits topup.canceled  @source https://docs.stripe.com/api/topups/cancel (read 2026-11-24) */
export const cancelTopup = behaviour('POST /v1/topups/{topup}/cancel', ({ params }, world) => {
  const topup = world.topups.get(params.topup, 'topup')
  checkCancelable(topup)
  const canceled = world.topups.update(topup.id, { status: 'canceled' })
  world.emit('topup.canceled', canceled, topup)
  return canceled
})
