import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/topups/retrieve (read 2026-11-24) */
export const retrieveTopup = behaviour('GET /v1/topups/{topup}', ({ params }, world) =>
  world.topups.get(params.topup, 'topup'),
)
