import type { Schemas } from '../api.js'
import type { StripeWorld } from '../world.js'
import { addressesFor } from './financial-addresses.js'
import type { TransferKind } from './transfer-types.js'

type FundingInstructions = Schemas['funding_instructions']

/** Funding instructions as Stripe shows them. The description's list of types lacks those that Stripe's own guide shows for other countries. */
export function instructionsFor(
  world: StripeWorld,
  customer: string,
  { kind, currency, requested }: { kind: TransferKind; currency: string; requested?: readonly string[] | undefined },
): FundingInstructions {
  return {
    object: 'funding_instructions',
    bank_transfer: {
      country: kind.country,
      financial_addresses: addressesFor(world, customer, kind, requested),
      type: kind.type as FundingInstructions['bank_transfer']['type'],
    },
    currency,
    funding_type: 'bank_transfer',
    livemode: false,
  }
}
