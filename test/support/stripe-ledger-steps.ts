import fc from 'fast-check'

const CARDS = [
  'visa',
  'bypassPending',
  'createDispute',
  'createDisputeInquiry',
  'createMultipleDisputes',
  'pendingRefund',
  'refundFail',
  'riskLevelElevated',
  'visa_chargeDeclined',
] as const
/** Of cards held to a reader. */
const NUMBERS = ['4242424242424242', '4000000000000259', '4000000000005126', '4000000000000002'] as const
export const WHERES = ['platform', 'direct', 'destination'] as const
const EVIDENCE = ['winning_evidence', 'losing_evidence', 'escalate_inquiry_evidence', 'a receipt'] as const
const BANKS = ['success', 'insufficientFunds', 'debitNotAuthorized', 'dispute'] as const

const where = fc.constantFrom(...WHERES)
const part = fc.double({ min: 0.01, max: 1, noNaN: true })
const which = fc.nat(20)

/** Of cards that are a customer's default source: those that can be saved. */
const SAVED = [
  'visa',
  'bypassPending',
  'createDispute',
  'refundFail',
  'riskLevelElevated',
  'chargeCustomerFail',
] as const

/** Something that a shop, a bank or time does; `which` picks one of what is there. */
export const step = fc.oneof(
  fc.record({
    kind: fc.constant('pay' as const),
    card: fc.constantFrom(...CARDS),
    amount: fc.integer({ min: 50, max: 200_000 }),
    where,
    fee: part,
    capture: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('debit' as const),
    bank: fc.constantFrom(...BANKS),
    amount: fc.integer({ min: 50, max: 90_000 }),
  }),
  fc.record({
    kind: fc.constant('bank transfer' as const),
    amount: fc.integer({ min: 50, max: 9000 }),
    where: fc.constantFrom('platform' as const, 'destination' as const),
    fee: part,
  }),
  fc.record({ kind: fc.constant('send' as const), amount: fc.integer({ min: 1, max: 12_000 }) }),
  fc.record({ kind: fc.constant('apply' as const), which, part }),
  fc.record({ kind: fc.constant('cancel' as const), which }),
  fc.record({ kind: fc.constant('return' as const), part }),
  fc.record({ kind: fc.constant('cancel refund' as const), which }),
  fc.record({
    kind: fc.constant('hold to reader' as const),
    number: fc.constantFrom(...NUMBERS),
    amount: fc.integer({ min: 50, max: 90_000 }),
    tip: fc.constantFrom(0, 150),
    capture: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('charge default source' as const),
    token: fc.constantFrom(...SAVED),
    amount: fc.integer({ min: 50, max: 90_000 }),
    capture: fc.boolean(),
    deleted: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('capture' as const), which, part }),
  fc.record({ kind: fc.constant('refund' as const), which, part, where, back: fc.boolean(), whole: fc.boolean() }),
  fc.record({ kind: fc.constant('answer' as const), which, where, text: fc.constantFrom(...EVIDENCE) }),
  fc.record({ kind: fc.constant('close' as const), which, where }),
  fc.record({ kind: fc.constant('transfer' as const), which, part, source: fc.boolean() }),
  fc.record({ kind: fc.constant('reverse' as const), which, part }),
  fc.record({ kind: fc.constant('refund fee' as const), which, part }),
  fc.record({ kind: fc.constant('payout' as const), part, where, fails: fc.boolean() }),
  fc.record({ kind: fc.constant('cancel payout' as const), which, where }),
  fc.record({ kind: fc.constant('top up' as const), amount: fc.integer({ min: 50, max: 50_000 }) }),
  fc.record({ kind: fc.constant('advance' as const), days: fc.constantFrom(0, 0.01, 1, 2, 5, 11) }),
)
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
