import type { StripeWorld } from '../world.js'
import { noAccess } from './connected.js'

/**
 * Where a request's rows are: in the account that its Stripe-Account header names, or in the key's own.
 * @throws account_invalid (403) @source https://docs.stripe.com/connect/authentication#stripe-account-header (read 2026-11)
 */
export function scopeOf(account: string | undefined, world: StripeWorld): string {
  if (account === undefined || account === '' || account === world.account.id) return ''
  if (!world.accounts.find(account)) throw noAccess(account)
  return account
}
