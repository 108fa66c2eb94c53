import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/payouts/retrieve (read 2026-11-24) */
export const retrievePayout = behaviour('GET /v1/payouts/{payout}', ({ params }, world) =>
  world.payouts.get(params.payout, 'payout'),
)
