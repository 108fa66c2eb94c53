import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/mandates/retrieve (read 2026-11-24) */
export const retrieveMandate = behaviour('GET /v1/mandates/{mandate}', ({ params }, world) =>
  world.mandates.get(params.mandate, 'mandate'),
)
