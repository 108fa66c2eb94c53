import type { Charge } from '../api.js'
import { HELD_AT_READER_FOR } from '../payment-intents/expire.js'
import type { StripeWorld } from '../world.js'
import type { ChargeOrder } from './charge.js'

type PresentDetails = NonNullable<NonNullable<Charge['payment_method_details']>['card_present']>

/** Where a card was held to a reader. */
export interface Presented {
  readonly reader: string
  readonly location: string | null
  /** The card that is kept for later. */
  readonly generatedCard: string | null
}

/** What a charge shows of a card that was held to a reader. @source https://docs.stripe.com/api/charges/object#charge_object-payment_method_details-card_present; @unverified what the chip's receipt says */
export function presentDetails(
  world: StripeWorld,
  order: ChargeOrder,
  { reader, location, generatedCard }: Presented,
  failed: boolean,
): PresentDetails {
  const { card_present: card } = order.method
  return {
    amount_authorized: failed ? null : order.amount,
    brand: card?.brand ?? null,
    brand_product: null,
    ...(!order.capture && !failed && { capture_before: world.now() + HELD_AT_READER_FOR }),
    cardholder_name: card?.cardholder_name ?? null,
    country: card?.country ?? null,
    emv_auth_data: null,
    exp_month: card?.exp_month ?? 0,
    exp_year: card?.exp_year ?? 0,
    fingerprint: card?.fingerprint ?? null,
    funding: card?.funding ?? null,
    generated_card: generatedCard,
    incremental_authorization_supported: order.incremental,
    last4: card?.last4 ?? null,
    ...(location !== null && { location }),
    network: card?.brand ?? null,
    network_transaction_id: world.digits(15),
    offline: { stored_at: null, type: null },
    overcapture_supported: false,
    preferred_locales: ['en'],
    read_method: 'contact_emv',
    reader,
    receipt: receiptOf(world, card?.brand ?? '', card?.funding ?? '', failed),
  }
}

/** Application identifiers of the card networks. @source EMV: the lists of registered identifiers */
const APPLICATIONS: Readonly<Record<string, readonly [name: string, file: string]>> = {
  visa: ['VISA CREDIT', 'A0000000031010'],
  mastercard: ['MASTERCARD', 'A0000000041010'],
  amex: ['AMERICAN EXPRESS', 'A000000025010801'],
  discover: ['DISCOVER', 'A0000001523010'],
}

function receiptOf(world: StripeWorld, brand: string, funding: string, failed: boolean): PresentDetails['receipt'] {
  const [name, file] = APPLICATIONS[brand] ?? [brand.toUpperCase(), null]
  return {
    account_type: funding === 'debit' ? 'checking' : funding === 'prepaid' ? 'prepaid' : 'credit',
    application_cryptogram: world.digits(16),
    application_preferred_name: name,
    authorization_code: failed ? null : world.digits(6),
    authorization_response_code: failed ? '3035' : '3030',
    cardholder_verification_method: 'approval',
    dedicated_file_name: file,
    terminal_verification_results: '8800008000',
    transaction_status_information: '6800',
  }
}
