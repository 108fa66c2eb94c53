import type { StripeWorld } from '../world.js'

/** What a customer owes or is owed has the account's own currency. @source as measured by others at 2026-08-26.dahlia (2026-09) */
export function currencyOfBalance(balance: number | undefined, world: StripeWorld): string | null {
  return balance ? (world.account.default_currency ?? 'usd') : null
}
