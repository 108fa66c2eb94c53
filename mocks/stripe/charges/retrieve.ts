import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/charges/retrieve (read 2026-11-24) */
export const retrieveCharge = behaviour('GET /v1/charges/{charge}', ({ params }, world) =>
  world.charges.get(params.charge, 'charge'),
)
