import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first, by status or destination if asked. @source https://docs.stripe.com/api/payouts/list (read 2026-11-24) */
export const listPayouts = behaviour('GET /v1/payouts', ({ query }, world) => {
  const { destination, status, arrival_date: arrival } = query
  return list(world.payouts, query, {
    url: '/v1/payouts',
    filter: (payout) =>
      (destination === undefined || payout.destination === destination) &&
      (status === undefined || payout.status === status) &&
      arrivesIn(payout.arrival_date, arrival),
  })
})

type Range = { readonly gt?: number; readonly gte?: number; readonly lt?: number; readonly lte?: number }

function arrivesIn(at: number, range: number | Range | undefined): boolean {
  if (range === undefined) return true
  if (typeof range === 'number') return at === range
  const { gt, gte, lt, lte } = range
  return (
    (gt === undefined || at > gt) &&
    (gte === undefined || at >= gte) &&
    (lt === undefined || at < lt) &&
    (lte === undefined || at <= lte)
  )
}
