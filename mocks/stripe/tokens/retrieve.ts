import { behaviour } from '../api.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/tokens/retrieve (read 2026-11-24) */
export const retrieveToken = behaviour('GET /v1/tokens/{token}', ({ params }, world) =>
  world.tokens.get(params.token, 'token'),
)
