import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { TEST_CARDS } from '../../../../mocks/stripe/test-cards/cards.js'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

/**
 * What Stripe's documentation says of each test card: its name behind `pm_card_` and `tok_`, its number, and what comes of
 * paying with it. https://docs.stripe.com/testing (as captured 2026-08-07)
 */
const CARDS: readonly (readonly [name: string, number: string, outcome: string])[] = [
  ['visa', '4242424242424242', 'succeeded'],
  ['visa_debit', '4000056655665556', 'succeeded'],
  ['mastercard', '5555555555554444', 'succeeded'],
  ['', '2223003122003222', 'succeeded'],
  ['mastercard_debit', '5200828282828210', 'succeeded'],
  ['mastercard_prepaid', '5105105105105100', 'succeeded'],
  ['amex', '378282246310005', 'succeeded'],
  ['', '371449635398431', 'succeeded'],
  ['discover', '6011111111111117', 'succeeded'],
  ['', '6011000990139424', 'succeeded'],
  ['', '6011981111111113', 'succeeded'],
  ['diners', '3056930009020004', 'succeeded'],
  ['', '36227206271667', 'succeeded'],
  ['', '6555900000604105', 'succeeded'],
  ['jcb', '3566002020360505', 'succeeded'],
  ['unionpay', '6200000000000005', 'succeeded'],
  ['', '6200000000000047', 'succeeded'],
  ['', '6205500000000000004', 'succeeded'],
  ['visa_cartesBancaires', '4000002500001001', 'succeeded'],
  ['mastercard_cartesBancaires', '5555552500001001', 'succeeded'],
  ['bypassPending', '4000000000000077', 'succeeded'],
  ['bypassPendingInternational', '4000003720000278', 'succeeded'],
  ['ar', '4000000320000021', 'succeeded'],
  ['br', '4000000760000002', 'succeeded'],
  ['ca', '4000001240000000', 'succeeded'],
  ['fr', '4000002500000003', 'succeeded'],
  ['de', '4000002760000016', 'succeeded'],
  ['hu', '4000003480000005', 'succeeded'],
  ['gb', '4000008260000000', 'succeeded'],
  ['au', '4000000360000006', 'succeeded'],
  ['in', '4000003560000008', 'succeeded'],
  ['jp', '4000003920000003', 'succeeded'],
  ['visa_chargeDeclined', '4000000000000002', 'card_declined generic_decline'],
  ['visa_chargeDeclinedInsufficientFunds', '4000000000009995', 'card_declined insufficient_funds'],
  ['visa_chargeDeclinedLostCard', '4000000000009987', 'card_declined lost_card'],
  ['visa_chargeDeclinedStolenCard', '4000000000009979', 'card_declined stolen_card'],
  ['chargeDeclinedExpiredCard', '4000000000000069', 'expired_card expired_card'],
  ['chargeDeclinedIncorrectCvc', '4000000000000127', 'incorrect_cvc incorrect_cvc'],
  ['chargeDeclinedProcessingError', '4000000000000119', 'processing_error processing_error'],
  ['visa_chargeDeclinedVelocityLimitExceeded', '4000000000006975', 'card_declined card_velocity_exceeded'],
  ['chargeDeclinedFraudulent', '', 'card_declined fraudulent'],
  ['chargeCustomerFail', '4000000000000341', 'card_declined generic_decline'],
  ['visa_chargeCustomerFailLostCard', '', 'card_declined lost_card'],
  ['visa_chargeCustomerFailStolenCard', '', 'card_declined stolen_card'],
  ['radarBlock', '4100000000000019', 'card_declined fraudulent'],
  ['riskLevelHighest', '4000000000004954', 'card_declined fraudulent'],
  ['riskLevelElevated', '4000000000009235', 'succeeded'],
  ['highFraudDisputeScore', '4000008400000407', 'succeeded'],
  ['highEfwScore', '4000008400000159', 'succeeded'],
  ['radarDynamicRiskThreshold', '4000008400001017', 'succeeded'],
  ['freeTrialAbuseBlock', '4001858821843804', 'card_declined fraudulent'],
  ['adaptive3dsChallenge', '4000008405600003', 'succeeded'],
  ['cvcCheckFail', '4000000000000101', 'succeeded'],
  ['avsZipFail', '4000000000000036', 'succeeded'],
  ['cvcCheckFailElevatedRisk', '4000058400307872', 'succeeded'],
  ['avsZipFailElevatedRisk', '4000058400306072', 'succeeded'],
  ['avsLine1Fail', '4000000000000028', 'succeeded'],
  ['avsFail', '4000000000000010', 'succeeded'],
  ['avsUnchecked', '4000000000000044', 'succeeded'],
  ['authenticationRequiredOnSetup', '4000002500003155', 'requires_action'],
  ['authenticationRequired', '4000002760003184', 'requires_action'],
  ['authenticationRequiredSetupForOffSession', '4000003800000446', 'requires_action'],
  ['authenticationRequiredChargeDeclinedInsufficientFunds', '4000008260003178', 'requires_action'],
  ['threeDSecure2Required', '4000000000003220', 'requires_action'],
  ['', '4000008400000027', 'requires_action'],
  ['threeDSecureRequiredChargeDeclined', '4000008400001629', 'requires_action'],
  ['threeDSecureRequiredProcessingError', '4000008400001280', 'requires_action'],
  ['threeDSecureOptional', '4000000000003055', 'succeeded'],
  ['threeDSecureOptionalProcessingError', '4000000000003097', 'succeeded'],
  ['amex_threeDSecureNotSupported', '', 'succeeded'],
  ['threeDSecure2Frictionless', '4000000032200000', 'succeeded'],
  ['createDispute', '4000000000000259', 'succeeded'],
  ['createDisputeProductNotReceived', '4000000000002685', 'succeeded'],
  ['createDisputeInquiry', '4000000000001976', 'succeeded'],
  ['createIssuerFraudRecord', '4000000000005423', 'succeeded'],
  ['createMultipleDisputes', '4000000404000079', 'succeeded'],
  ['createCe3EligibleDispute', '4000000404000038', 'succeeded'],
  ['createComplianceDispute', '4000008400000779', 'succeeded'],
  ['createMastercardComplianceDispute', '5105008400000002', 'succeeded'],
  ['createAutoRepresentmentEligibleDispute', '4000000001000043', 'succeeded'],
  ['pendingRefund', '4000000000007726', 'succeeded'],
  ['refundFail', '4000000000005126', 'succeeded'],
]

/** These cannot be attached to a customer; whatever else declines can. */
const NOT_ATTACHED = /^(?:visa_)?chargeDeclined/

/** Pays 20 dollars on session and says what came of it: a status, or the codes of the decline. */
async function pay(stripe: Stripe, params: Partial<Stripe.PaymentIntentCreateParams>): Promise<string> {
  try {
    const intent = await stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      confirm: true,
      return_url: 'https://shop.example/back',
      ...params,
    })
    return intent.status
  } catch (error) {
    const { statusCode, code, decline_code } = error as Stripe.errors.StripeCardError
    expect(statusCode).toBe(402)
    return [code, decline_code].filter(Boolean).join(' ')
  }
}

test.each(CARDS.filter(([name]) => name))('pm_card_%s and its token: %s', async (name, _number, outcome) => {
  const { stripe } = await stripeWorld()

  expect(await pay(stripe, { payment_method: `pm_card_${name}` })).toBe(outcome)
  const method_data = { type: 'card', card: { token: `tok_${name}` } } as const
  expect(await pay(stripe, { payment_method_data: method_data })).toBe(outcome)
})

test.each(CARDS.filter(([, number]) => number))('card %s: number %s', async (_name, number, outcome) => {
  const { stripe } = await stripeWorld({ settings: { stripe: { rawCards: true } } })
  const card = { number, exp_month: 12, exp_year: 2030, cvc: '314' }

  expect(await pay(stripe, { payment_method_data: { type: 'card', card } as never })).toBe(outcome)
})

test.each(CARDS.filter(([name]) => name))(
  'attaching pm_card_%s is allowed, or declined as its charge is',
  async (name) => {
    const { stripe } = await stripeWorld()
    const { id: customer } = await stripe.customers.create({})
    const attaching = stripe.paymentMethods.attach(`pm_card_${name}`, { customer })

    if (NOT_ATTACHED.test(name))
      expect(await errorOf(attaching)).toMatchObject({ statusCode: 402, type: 'StripeCardError' })
    else expect(await attaching).toMatchObject({ customer, type: 'card' })
  },
)

test('every card that the stand-in knows is in this table', () => {
  const names = new Set(CARDS.map(([name]) => name))
  const numbers = new Set(CARDS.map(([, number]) => number))

  const unknown = TEST_CARDS.filter((card) => !numbers.has(card.number) && !card.names.some((name) => names.has(name)))
  expect(unknown).toEqual([])
})
