import { accountWorld } from '../accounts/connected.js'
import { behaviour } from '../api.js'
import { externalAccounts } from './default.js'

/** All of them: an account has few. @throws resource_missing (404) @source https://docs.stripe.com/api/external_account_bank_accounts/list (read 2026-11-24) */
export const listExternalAccounts = behaviour(
  'GET /v1/accounts/{account}/external_accounts',
  ({ params, query }, world) => {
    const own = accountWorld(world, params.account)
    const { object, limit = 10 } = query
    const all = externalAccounts(own)
      .filter((each) => object === undefined || each.object === object)
      .reverse()
    return {
      object: 'list' as const,
      data: all.slice(0, limit),
      has_more: all.length > limit,
      url: `/v1/accounts/${own.account.id}/external_accounts`,
    }
  },
)
