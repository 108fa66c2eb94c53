import { type BankAccount, behaviour } from '../../api.js'
import { invalidRequest, missing } from '../../errors.js'
import type { StripeWorld } from '../../world.js'

/** In test mode the deposits are of so many cents. @source https://docs.stripe.com/testing#ach-direct-debit (as captured 2026-08-07) */
const DEPOSITS = '32+45'
/** How often a wrong answer may be given. @unverified ten */
const MOST_ATTEMPTS = 10

/**
 * Says what two small deposits into a customer's bank account were.
 * @throws resource_missing (404), parameter_missing, one that is verified, one that has failed (400)  @refuses bank_account_verification_failed (402)
 * @emits customer.source.updated
 * @source https://docs.stripe.com/api/customer_bank_accounts/verify (read 2026-11-24); the refusal as shown in
 * https://github.com/beam-community/stripity-stripe/pull/583; @unverified the sentence where it has failed, and about a number of amounts
 */
export const verifySource = behaviour('POST /v1/customers/{customer}/sources/{id}/verify', ({ params, body }, world) =>
  verify(world, params, body?.amounts),
)

/** By its older path. @source https://docs.stripe.com/api/customer_bank_accounts/verify (read 2026-11-24) */
export const verifyBankAccount = behaviour(
  'POST /v1/customers/{customer}/bank_accounts/{id}/verify',
  ({ params, body }, world) => verify(world, params, body?.amounts),
)

function verify(
  world: StripeWorld,
  { customer, id }: { readonly customer: string; readonly id: string },
  amounts: readonly number[] | undefined,
): BankAccount {
  world.customers.get(customer, 'customer')
  const account = world.bankAccounts.find(id)
  if (account?.customer !== customer) throw missing('source', id, 'id', true)
  if (amounts === undefined) {
    throw invalidRequest('Missing required param: amounts.', { code: 'parameter_missing', param: 'amounts' })
  }
  if (amounts.length !== 2) throw invalidRequest('You must provide exactly two amounts.', { param: 'amounts' })
  if (account.status === 'verified') throw invalidRequest('This bank account has already been verified.')
  if (account.status === 'verification_failed') throw invalidRequest('This bank account could not be verified.')
  if ([...amounts].sort((a, b) => a - b).join('+') === DEPOSITS) return move(world, account, 'verified')
  return refuse(world, account)
}

/** Each wrong answer counts. */
function refuse(world: StripeWorld, account: BankAccount): never {
  const secrets = world.bankSecrets.find(account.id) ?? { id: account.id, fails: null }
  const attempts = (secrets.attempts ?? 0) + 1
  world.bankSecrets.put({ ...secrets, attempts })
  if (attempts >= MOST_ATTEMPTS) move(world, account, 'verification_failed')
  const message = 'The amounts provided do not match the amounts that were sent to the bank account.'
  return world.port.refuse(invalidRequest(message, { code: 'bank_account_verification_failed', status: 402 }))
}

function move(world: StripeWorld, account: BankAccount, status: string): BankAccount {
  const moved = world.bankAccounts.update(account.id, { status })
  world.emit('customer.source.updated', moved, account)
  return moved
}
