import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/application_fees/retrieve (read 2026-11-24) */
export const retrieveFee = behaviour('GET /v1/application_fees/{id}', ({ params }, world) =>
  world.applicationFees.get(params.id, 'id'),
)
