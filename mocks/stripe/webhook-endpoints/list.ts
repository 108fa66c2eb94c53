import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** @source https://docs.stripe.com/api/webhook_endpoints/list (read 2026-11-24) */
export const listEndpoints = behaviour('GET /v1/webhook_endpoints', ({ query }, world) =>
  list(world.webhookEndpoints, query, { url: '/v1/webhook_endpoints' }),
)
