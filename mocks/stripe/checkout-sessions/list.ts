import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** Newest first. @source https://docs.stripe.com/api/checkout/sessions/list (read 2026-11-24) */
export const listSessions = behaviour('GET /v1/checkout/sessions', ({ query }, world) => {
  const { customer, customer_details: details, payment_intent: intent, payment_link: link, status } = query
  return list(world.checkoutSessions, query, {
    url: '/v1/checkout/sessions',
    where: intent === undefined ? undefined : ['payment_intent', intent],
    filter: (session) =>
      (customer === undefined || session.customer === customer) &&
      (details === undefined || session.customer_details?.email === details.email) &&
      (link === undefined || session.payment_link === link) &&
      (status === undefined || session.status === status) &&
      (query.subscription === undefined || session.subscription === query.subscription),
  })
})
