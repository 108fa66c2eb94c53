import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/transfers/retrieve (read 2026-11-24) */
export const retrieveTransfer = behaviour('GET /v1/transfers/{transfer}', ({ params }, world) =>
  world.transfers.get(params.transfer, 'transfer'),
)
