import { behaviour } from '../api.js'
import { disputeOfCharge } from './update.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/disputes/retrieve (read 2026-11-24) */
export const retrieveDispute = behaviour('GET /v1/disputes/{dispute}', ({ params }, world) =>
  world.disputes.get(params.dispute, 'dispute'),
)

/** The same by its charge. @throws resource_missing (404) @source stripe/openapi of 2024-04-10 */
export const retrieveChargesDispute = behaviour('GET /v1/charges/{charge}/dispute', ({ params }, world) =>
  disputeOfCharge(world, params.charge),
)
