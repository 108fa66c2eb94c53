import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first, of one charge if asked. @source https://docs.stripe.com/api/application_fees/list (read 2026-11-24) */
export const listFees = behaviour('GET /v1/application_fees', ({ query }, world) =>
  list(world.applicationFees, query, {
    url: '/v1/application_fees',
    where: query.charge === undefined ? undefined : ['charge', query.charge],
  }),
)
