import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/refunds/retrieve (read 2026-11-24) */
export const retrieveRefund = behaviour('GET /v1/refunds/{refund}', ({ params }, world) =>
  world.refunds.get(params.refund, 'refund'),
)
