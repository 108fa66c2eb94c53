import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { accountWorld } from './connected.js'

/**
 * Deletes a connected account that has no money.
 * @throws account_invalid (403), one's own account, an account with a balance (400) @unverified wording
 * @source https://docs.stripe.com/api/accounts/delete (read 2026-11-24)
 */
export const deleteAccount = behaviour('DELETE /v1/accounts/{account}', ({ params }, world) => {
  const own = accountWorld(world, params.account)
  const { id } = own.account
  if (own.port.scope === '') throw invalidRequest('You cannot delete your own account.')
  if (own.balanceTotals.all().some(({ available, pending }) => available !== 0 || pending !== 0)) {
    throw invalidRequest(`The account ${id} cannot be deleted while its balance is not zero.`)
  }
  world.accounts.delete(id)
  return { id, object: 'account' as const, deleted: true as const }
})
