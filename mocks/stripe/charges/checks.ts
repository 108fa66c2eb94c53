import type { PaymentMethod } from '../api.js'
import type { CardSecrets } from '../test-cards/card-secrets.js'

/** What the bank said of security code and address: null where neither was given. @source https://docs.stripe.com/testing#fraud-prevention (as captured 2026-08-07) */
export function checksOf(method: PaymentMethod, { outcome, cvcGiven }: Pick<CardSecrets, 'outcome' | 'cvcGiven'>) {
  const { address } = method.billing_details
  return {
    address_line1_check: address?.line1 ? (outcome.addressLine1Check ?? 'pass') : null,
    address_postal_code_check: address?.postal_code ? (outcome.addressPostalCodeCheck ?? 'pass') : null,
    cvc_check: cvcGiven ? (outcome.cvcCheck ?? 'pass') : null,
  }
}
