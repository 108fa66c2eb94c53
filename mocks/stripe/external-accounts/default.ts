import type { BankAccount, ExternalCard } from '../api.js'
import { invalidRequest, missing } from '../errors.js'
import type { StripeWorld } from '../world.js'

export type ExternalAccount = BankAccount | ExternalCard

/** What an account can be paid out to, oldest first. */
export function externalAccounts(world: StripeWorld): ExternalAccount[] {
  const { id } = world.account
  const own = (row: ExternalAccount) => row.account === id
  return [...world.bankAccounts.all().filter(own), ...world.externalCards.all().filter(own)]
}

export function defaultAccount(world: StripeWorld, currency: string): ExternalAccount | undefined {
  const fit = externalAccounts(world).filter((each) => each.currency === currency)
  return fit.find(({ default_for_currency: preferred }) => preferred) ?? fit[0]
}

/** Where a payout goes. @throws resource_missing, no account in that currency (400) @source the second sentence as seen in answers of 2016 to 2022 */
export function payoutAccount(world: StripeWorld, currency: string, destination: string | undefined): ExternalAccount {
  if (destination !== undefined) {
    const named = externalAccounts(world).find(({ id }) => id === destination)
    if (!named) throw missing('external account', destination, 'destination', false)
    return named
  }
  const account = defaultAccount(world, currency)
  if (account) return account
  throw invalidRequest(`Sorry, you don't have any external accounts in that currency (${currency}).`, {
    param: 'currency',
  })
}
