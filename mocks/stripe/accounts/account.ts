import { type BankFacts, bankAccountOf } from '../external-accounts/bank-account.js'
import type { StripeWorld } from '../world.js'

/** Where the payouts of a world's own account go. */
const BANK: BankFacts = {
  account_holder_name: null,
  account_holder_type: 'company',
  country: 'US',
  currency: 'usd',
  last4: '6789',
  fingerprint: 'StandinOwnBank00',
  routing_number: '110000000',
  fails: null,
}

/** The account of a world: a business in the United States that may charge and pay out. */
export function mintAccount(world: StripeWorld): void {
  const account = world.accounts.insert({
    id: world.id('acct', 16),
    object: 'account',
    business_profile: null,
    business_type: 'company',
    capabilities: { card_payments: 'active', transfers: 'active' },
    charges_enabled: true,
    country: 'US',
    created: world.now(),
    default_currency: 'usd',
    details_submitted: true,
    email: `owner@${world.port.name}.example`,
    metadata: {},
    payouts_enabled: true,
    type: 'standard',
  })
  world.bankAccounts.insert(
    bankAccountOf(`ba_${account.id.slice('acct_'.length)}00000000`, account.id, BANK, { isDefault: true }),
  )
  world.collection('_platform').insert({ id: account.id })
  // The address of a receipt has no key: the account in it tells the world.
  world.port.claim(account.id)
}
