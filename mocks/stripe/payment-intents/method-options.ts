import type { PaymentIntent } from '../api.js'

type Options = PaymentIntent['payment_method_options']

/** The options as the PaymentIntent shows them: those of cards with Stripe's defaults, others as they were given. */
export function methodOptions(given: object | undefined, current?: Options): Options {
  const input = (given ?? {}) as Record<string, Record<string, unknown> | ''>
  const card = input.card || {}
  const present = input.card_present && {
    request_extended_authorization: null,
    request_incremental_authorization_support: null,
    ...input.card_present,
  }
  const kept = (current ?? {}) as Record<string, unknown>
  const defaults = { installments: null, mandate_options: null, network: null, request_three_d_secure: 'automatic' }
  const { cvc_token: _, three_d_secure: __, ...shown } = card
  const { customer_balance: cash } = input
  return {
    ...kept,
    ...input,
    ...(cash && { customer_balance: { funding_type: null, ...(kept.customer_balance as object), ...cash } }),
    ...(present && { card_present: present }),
    card: { ...defaults, ...(kept.card as object), ...shown },
  } as Options
}
