import { brandOf } from './brand.js'
import { DECLINES } from './declines.js'
import type { CardOutcome, TestCard } from './test-card.js'

type Row = readonly [
  number: string,
  names: string,
  outcome?: CardOutcome & Partial<Pick<TestCard, 'brand' | 'funding' | 'country'>>,
]

/** @source https://docs.stripe.com/testing (as captured 2026-08-07) */
const SUCCESS: readonly Row[] = [
  ['4242424242424242', 'visa'],
  ['4000056655665556', 'visa_debit', { funding: 'debit' }],
  ['5555555555554444', 'mastercard'],
  ['2223003122003222', ''],
  ['5200828282828210', 'mastercard_debit', { funding: 'debit' }],
  ['5105105105105100', 'mastercard_prepaid', { funding: 'prepaid' }],
  ['378282246310005', 'amex'],
  ['371449635398431', ''],
  ['6011111111111117', 'discover'],
  ['6011000990139424', ''],
  ['6011981111111113', '', { funding: 'debit' }],
  ['3056930009020004', 'diners'],
  ['36227206271667', ''],
  ['6555900000604105', ''],
  ['3566002020360505', 'jcb', { country: 'JP' }],
  ['6200000000000005', 'unionpay', { country: 'CN' }],
  ['6200000000000047', '', { country: 'CN' }],
  ['6205500000000000004', '', { country: 'CN' }],
  ['4000002500001001', 'visa_cartesBancaires', { country: 'FR' }],
  ['5555552500001001', 'mastercard_cartesBancaires', { country: 'FR' }],
  ['4000000000000077', 'bypassPending', { bypassPending: true }],
  ['4000003720000278', 'bypassPendingInternational', { bypassPending: true, country: 'IE' }],
]

const DECLINED: readonly Row[] = [
  ['4000000000000002', 'visa_chargeDeclined chargeDeclined', { decline: DECLINES.generic }],
  [
    '4000000000009995',
    'visa_chargeDeclinedInsufficientFunds chargeDeclinedInsufficientFunds',
    { decline: DECLINES.insufficientFunds },
  ],
  ['4000000000009987', 'visa_chargeDeclinedLostCard chargeDeclinedLostCard', { decline: DECLINES.lostCard }],
  ['4000000000009979', 'visa_chargeDeclinedStolenCard chargeDeclinedStolenCard', { decline: DECLINES.stolenCard }],
  ['4000000000000069', 'chargeDeclinedExpiredCard visa_chargeDeclinedExpiredCard', { decline: DECLINES.expiredCard }],
  [
    '4000000000000127',
    'chargeDeclinedIncorrectCvc visa_chargeDeclinedIncorrectCvc',
    { decline: DECLINES.incorrectCvc },
  ],
  [
    '4000000000000119',
    'chargeDeclinedProcessingError visa_chargeDeclinedProcessingError',
    { decline: DECLINES.processingError },
  ],
  [
    '4000000000006975',
    'chargeDeclinedVelocityLimitExceeded visa_chargeDeclinedVelocityLimitExceeded',
    { decline: DECLINES.velocityExceeded },
  ],
  ['4000000000000341', 'chargeCustomerFail visa_chargeCustomerFail', { chargeDecline: DECLINES.generic }],
  ['', 'chargeDeclinedFraudulent visa_chargeDeclinedFraudulent', { decline: DECLINES.fraudulent }],
  ['', 'visa_chargeCustomerFailLostCard chargeCustomerFailLostCard', { chargeDecline: DECLINES.lostCard }],
  ['', 'visa_chargeCustomerFailStolenCard chargeCustomerFailStolenCard', { chargeDecline: DECLINES.stolenCard }],
]

const FRAUD: readonly Row[] = [
  ['4100000000000019', 'radarBlock', { risk: 'blocked' }],
  ['4000000000004954', 'riskLevelHighest', { risk: 'highest' }],
  ['4000000000009235', 'riskLevelElevated', { risk: 'elevated' }],
  ['4000008400000407', 'highFraudDisputeScore'],
  ['4000008400000159', 'highEfwScore'],
  ['4000008400001017', 'radarDynamicRiskThreshold'],
  ['4001858821843804', 'freeTrialAbuseBlock', { risk: 'blocked' }],
  ['4000008405600003', 'adaptive3dsChallenge', { authentication: 'optional' }],
  ['4000000000000101', 'cvcCheckFail', { cvcCheck: 'fail' }],
  ['4000000000000036', 'avsZipFail', { addressPostalCodeCheck: 'fail' }],
  ['4000058400307872', 'cvcCheckFailElevatedRisk', { cvcCheck: 'fail', risk: 'elevated' }],
  ['4000058400306072', 'avsZipFailElevatedRisk', { addressPostalCodeCheck: 'fail', risk: 'elevated' }],
  ['4000000000000028', 'avsLine1Fail', { addressLine1Check: 'fail' }],
  ['4000000000000010', 'avsFail', { addressLine1Check: 'fail', addressPostalCodeCheck: 'fail' }],
  ['4000000000000044', 'avsUnchecked', { addressLine1Check: 'unavailable', addressPostalCodeCheck: 'unavailable' }],
]

const AUTHENTICATION: readonly Row[] = [
  ['4000002500003155', 'authenticationRequiredOnSetup', { authentication: 'unless-set-up' }],
  ['4000002760003184', 'authenticationRequired', { authentication: 'always' }],
  ['4000003800000446', 'authenticationRequiredSetupForOffSession', { authentication: 'on-session-only' }],
  [
    '4000008260003178',
    'authenticationRequiredChargeDeclinedInsufficientFunds',
    { authentication: 'always', chargeDecline: DECLINES.insufficientFunds },
  ],
  ['4000000000003220', 'threeDSecure2Required threeDSecureRequired', { authentication: 'always' }],
  ['4000008400000027', '', { authentication: 'always' }],
  [
    '4000008400001629',
    'threeDSecureRequiredChargeDeclined',
    { authentication: 'always', chargeDecline: DECLINES.generic },
  ],
  [
    '4000008400001280',
    'threeDSecureRequiredProcessingError',
    { authentication: 'always', chargeDecline: DECLINES.processingError },
  ],
  ['4000000000003055', 'threeDSecureOptional', { authentication: 'optional' }],
  [
    '4000000000003097',
    'threeDSecureOptionalProcessingError',
    { authentication: 'optional', authenticationError: DECLINES.processingError },
  ],
  ['', 'amex_threeDSecureNotSupported threeDSecureNotSupported', { authentication: 'unsupported', brand: 'amex' }],
  ['4000000032200000', 'threeDSecure2Frictionless', { authentication: 'frictionless' }],
]

const AFTERWARDS: readonly Row[] = [
  ['4000000000000259', 'createDispute', { dispute: 'fraudulent' }],
  ['4000000000002685', 'createDisputeProductNotReceived', { dispute: 'product_not_received' }],
  ['4000000000001976', 'createDisputeInquiry', { dispute: 'inquiry' }],
  ['4000000000005423', 'createIssuerFraudRecord', { dispute: 'early_fraud_warning' }],
  ['4000000404000079', 'createMultipleDisputes', { dispute: 'multiple' }],
  ['4000000404000038', 'createCe3EligibleDispute', { dispute: 'compelling evidence' }],
  ['4000008400000779', 'createComplianceDispute', { dispute: 'compliance' }],
  ['5105008400000002', 'createMastercardComplianceDispute', { dispute: 'compliance' }],
  ['4000000001000043', 'createAutoRepresentmentEligibleDispute', { dispute: 'fraudulent' }],
  ['4000000000007726', 'pendingRefund', { refund: 'pending' }],
  ['4000000000005126', 'refundFail', { refund: 'fails' }],
]

/** Card numbers that only say where a card is from: `pm_card_de`. */
const COUNTRIES: readonly (readonly [number: string, country: string])[] = [
  ['4000000320000021', 'AR'],
  ['4000000760000002', 'BR'],
  ['4000001240000000', 'CA'],
  ['4000002500000003', 'FR'],
  ['4000002760000016', 'DE'],
  ['4000003480000005', 'HU'],
  ['4000008260000000', 'GB'],
  ['4000000360000006', 'AU'],
  ['4000003560000008', 'IN'],
  ['4000003920000003', 'JP'],
]

export const TEST_CARDS: readonly TestCard[] = [
  ...[...SUCCESS, ...DECLINED, ...FRAUD, ...AUTHENTICATION, ...AFTERWARDS].map(cardOf),
  ...COUNTRIES.map(([number, country]) => cardOf([number, country.toLowerCase(), { country }])),
]

function cardOf([number, names, outcome = {}]: Row): TestCard {
  const { brand, funding = 'credit', country = 'US', ...rest } = outcome
  const shown = number || (brand === 'amex' ? '378282246310005' : '4000000000000341')
  return {
    number: shown,
    names: names.split(' ').filter(Boolean),
    brand: brand ?? brandOf(shown),
    funding,
    country,
    ...rest,
  }
}

const byNumber = new Map<string, TestCard>()
const byName = new Map<string, TestCard>()
for (const card of TEST_CARDS) {
  if (!byNumber.has(card.number)) byNumber.set(card.number, card)
  for (const name of card.names) byName.set(name, card)
}

export function cardByNumber(number: string): TestCard | undefined {
  return byNumber.get(number)
}

/** By what stands behind `pm_card_` or `tok_`. */
export function cardByName(name: string): TestCard | undefined {
  return byName.get(name)
}
