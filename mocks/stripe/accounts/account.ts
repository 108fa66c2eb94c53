import type { StripeWorld } from '../world.js'

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
  // The address of a receipt has no key: the account in it tells the world.
  world.port.claim(account.id)
}
