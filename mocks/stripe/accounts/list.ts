import { behaviour } from '../api.js'
import { list } from '../paging.js'

/** The connected accounts, newest first. @source https://docs.stripe.com/api/accounts/list (read 2026-11-24) */
export const listAccounts = behaviour('GET /v1/accounts', ({ query }, world) => {
  const { id: own } = world.platform.account
  return list(world.accounts, query, { url: '/v1/accounts', filter: ({ id }) => id !== own && world.port.scope === '' })
})
