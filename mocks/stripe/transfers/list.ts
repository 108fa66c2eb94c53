import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first, by destination or group if asked. @source https://docs.stripe.com/api/transfers/list (read 2026-11-24) */
export const listTransfers = behaviour('GET /v1/transfers', ({ query }, world) => {
  const { destination, transfer_group: group } = query
  return list(world.transfers, query, {
    url: '/v1/transfers',
    filter: (transfer) =>
      (destination === undefined || transfer.destination === destination) &&
      (group === undefined || transfer.transfer_group === group),
  })
})
