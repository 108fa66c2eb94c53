import type { Charge, PaymentMethod } from '../api.js'
import type { StripeWorld } from '../world.js'

type Details = NonNullable<Charge['payment_method_details']>

/** What a charge shows of the bank account. */
export function debitDetails(world: StripeWorld, method: PaymentMethod, mandate: string): Details {
  const { sepa_debit: sepa, us_bank_account: us } = method
  if (sepa) {
    const { bank_code, branch_code, country, fingerprint, last4 } = sepa
    return { sepa_debit: { bank_code, branch_code, country, fingerprint, last4, mandate }, type: 'sepa_debit' }
  }
  return {
    type: 'us_bank_account',
    us_bank_account: {
      account_holder_type: us?.account_holder_type ?? null,
      account_type: us?.account_type ?? null,
      bank_name: us?.bank_name ?? null,
      fingerprint: us?.fingerprint ?? null,
      last4: us?.last4 ?? null,
      mandate,
      payment_reference: world.digits(15),
      routing_number: us?.routing_number ?? null,
    },
  }
}
