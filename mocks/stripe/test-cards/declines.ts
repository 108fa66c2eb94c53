/** Why a card is refused: Stripe's code, the issuer's decline code, and the sentence that Stripe shows. */
export interface Decline {
  readonly code: string
  readonly decline_code?: string
  readonly message: string
  readonly param?: string
  /** Of the error; default `card_error`. */
  readonly type?: 'card_error' | 'invalid_request_error'
  /** What to do about it, as Stripe reads the issuer's answer. */
  readonly advice_code?: string
  /** The two digits of the card network. */
  readonly network_decline_code?: string
}

const declined = (decline_code: string, more: Partial<Decline> = {}): Decline => ({
  code: 'card_declined',
  decline_code,
  message: 'Your card was declined.',
  ...more,
})

const advised = (advice_code: string, network_decline_code: string) => ({ advice_code, network_decline_code })

/**
 * @source https://docs.stripe.com/testing#declined-payments (as captured 2026-08-07); codes and advice as asserted against Stripe's
 * test mode at 2026-08-26.dahlia by others, the network code of the generic decline as seen in answers of November 2025;
 * @unverified the other network codes, the velocity decline's advice, and the sentences
 */
export const DECLINES = {
  generic: declined('generic_decline', advised('try_again_later', '01')),
  insufficientFunds: declined('insufficient_funds', {
    message: 'Your card has insufficient funds.',
    ...advised('try_again_later', '51'),
  }),
  lostCard: declined('lost_card', advised('do_not_try_again', '41')),
  stolenCard: declined('stolen_card', advised('do_not_try_again', '43')),
  fraudulent: declined('fraudulent'),
  velocityExceeded: declined('card_velocity_exceeded', {
    message: 'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    ...advised('try_again_later', '65'),
  }),
  /** Off session nobody can authenticate; the shop is told by the code itself. */
  authenticationRequired: {
    code: 'authentication_required',
    decline_code: 'authentication_required',
    message: 'Your card was declined. This transaction requires authentication.',
  },
  /** With `error_on_requires_action`. */
  authenticationNotHandled: {
    code: 'authentication_required',
    decline_code: 'authentication_not_handled',
    message: 'Your card was declined. This transaction requires authentication.',
  },
  expiredCard: {
    code: 'expired_card',
    decline_code: 'expired_card',
    message: 'Your card has expired.',
    param: 'exp_month',
    ...advised('confirm_card_data', '54'),
  },
  incorrectCvc: {
    code: 'incorrect_cvc',
    decline_code: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
    param: 'cvc',
    ...advised('confirm_card_data', '82'),
  },
  processingError: {
    code: 'processing_error',
    decline_code: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
    ...advised('try_again_later', '96'),
  },
  /** Of a card held to a reader. */
  callIssuer: declined('call_issuer'),
  incorrectPin: declined('incorrect_pin'),
  withdrawalCountLimitExceeded: declined('withdrawal_count_limit_exceeded'),
  pinTryExceeded: declined('pin_try_exceeded'),
  incorrectNumber: { code: 'incorrect_number', message: 'Your card number is incorrect.', param: 'number' },
} as const satisfies Record<string, Decline>

/** What an error, `last_payment_error` and `last_setup_error` all show of a decline. */
export function declineFields({ decline_code, param, advice_code, network_decline_code }: Decline) {
  return {
    ...(decline_code !== undefined && { decline_code }),
    ...(param !== undefined && { param }),
    ...(advice_code !== undefined && { advice_code: advice_code as 'try_again_later' }),
    ...(network_decline_code !== undefined && { network_decline_code }),
  }
}
