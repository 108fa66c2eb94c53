import { behaviour } from '../api.js'
import { accountWorld } from './connected.js'

/** @throws account_invalid (403) @source https://docs.stripe.com/api/accounts/retrieve (read 2026-11-24) */
export const retrieveAccount = behaviour(
  'GET /v1/accounts/{account}',
  ({ params }, world) => accountWorld(world, params.account).account,
)
