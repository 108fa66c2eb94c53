import fc from 'fast-check'
import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { standingOf } from '../../../mocks/stripe/charges/standing.js'
import type { StripeWorld } from '../../../mocks/stripe/world.js'
import { DAY, stripeWorld } from '../../support/stripe.js'
import { type Step, step, type WHERES } from '../../support/stripe-ledger-steps.js'
import { balanceIn, bookedIn, onboarded, pay } from '../../support/stripe-money.js'
import { atReader, presented, registered } from '../../support/stripe-terminal.js'
import { byTransfer, cashAddsUp } from '../../support/stripe-transfers.js'

type TestWorld = Awaited<ReturnType<typeof stripeWorld>>

interface Scene {
  readonly world: TestWorld
  readonly account: string
  /** Who pays by bank transfer. */
  readonly customer: string
}

const pick = <T>(rows: readonly T[], at: number): T | undefined => rows[at % Math.max(rows.length, 1)]
const some = (whole: number, share: number) => Math.max(1, Math.round(whole * share))

/** The part of the world and the options of a request for `where`. */
function side({ world, account }: Scene, at: (typeof WHERES)[number]) {
  if (at === 'direct') return { view: world.view.of(account), options: { stripeAccount: account } }
  return { view: world.view, options: {} }
}

const act: { [K in Step['kind']]: (scene: Scene, step: Extract<Step, { kind: K }>) => Promise<unknown> } = {
  pay: async (scene, { card, amount, where: at, fee, capture }) => {
    const connect = {
      platform: {},
      direct: { application_fee_amount: some(amount, fee) },
      destination: { application_fee_amount: some(amount, fee), transfer_data: { destination: scene.account } },
    }[at]
    const manual = capture ? {} : ({ capture_method: 'manual' } as const)
    await pay(scene.world.stripe, card, { amount, ...connect, ...manual }, side(scene, at).options)
  },
  debit: ({ world }, { bank, amount }) =>
    world.stripe.paymentIntents.create({
      amount,
      currency: 'usd',
      allowed_payment_method_types: ['us_bank_account'],
      payment_method: `pm_usBankAccount_${bank}`,
      mandate_data: { customer_acceptance: { type: 'offline' } },
      confirm: true,
    }),
  'bank transfer': ({ world, account, customer }, { amount, where: at, fee }) =>
    world.stripe.paymentIntents.create({
      ...byTransfer,
      amount,
      customer,
      ...(at === 'destination' && {
        application_fee_amount: some(amount, fee),
        transfer_data: { destination: account },
      }),
    }),
  send: ({ world, customer }, { amount }) =>
    world.stripe.testHelpers.customers.fundCashBalance(customer, { amount, currency: 'usd' }),
  apply: async ({ world }, { which: at, part: share }) => {
    const intent = pick(world.view.paymentIntents.all(), at)
    if (intent)
      await world.stripe.paymentIntents.applyCustomerBalance(intent.id, { amount: some(intent.amount, share) })
  },
  cancel: async ({ world }, { which: at }) => {
    const intent = pick(world.view.paymentIntents.all(), at)
    if (intent) await world.stripe.paymentIntents.cancel(intent.id)
  },
  return: ({ world, customer }, { part: share }) =>
    world.stripe.refunds.create({
      amount: some(world.view.cashRows.find(customer)?.available?.usd ?? 0, share),
      currency: 'usd',
      customer,
      origin: 'customer_balance',
      instructions_email: 'jenny@example.com',
    }),
  'cancel refund': async ({ world }, { which: at }) => {
    const refund = pick(world.view.refunds.all(), at)
    if (refund) await world.stripe.refunds.cancel(refund.id)
  },
  'hold to reader': async ({ world: { stripe } }, { number, amount, tip, capture }) => {
    const reader = await registered(stripe)
    const intent = await atReader(stripe, { amount, capture_method: capture ? 'automatic_async' : 'manual' })
    await presented(stripe, reader, intent.id, number, { amount_tip: tip })
  },
  'charge default source': async ({ world: { stripe }, customer }, { token, amount, capture, deleted }) => {
    const { default_source: source } = await stripe.customers.update(customer, { source: `tok_${token}` })
    await stripe.charges.create({ customer, amount, currency: 'usd', capture })
    if (deleted) await stripe.customers.deleteSource(customer, String(source))
  },
  capture: async ({ world }, { which: at, part: share }) => {
    const intent = pick(world.view.paymentIntents.all(), at)
    if (intent) await world.stripe.paymentIntents.capture(intent.id, { amount_to_capture: some(intent.amount, share) })
  },
  refund: async (scene, { which: at, part: share, where: place, back, whole }) => {
    const { view, options } = side(scene, place)
    const charge = pick(view.charges.all(), at)
    if (!charge) return
    const passedOn = charge.transfer !== undefined
    await scene.world.stripe.refunds.create(
      {
        charge: charge.id,
        ...(!whole && { amount: some(charge.amount_captured, share) }),
        ...(back && { refund_application_fee: true, ...(passedOn && { reverse_transfer: true }) }),
      },
      options,
    )
  },
  answer: async (scene, { which: at, where: place, text }) => {
    const { view, options } = side(scene, place)
    const dispute = pick(view.disputes.all(), at)
    if (dispute)
      await scene.world.stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: text } }, options)
  },
  close: async (scene, { which: at, where: place }) => {
    const { view, options } = side(scene, place)
    const dispute = pick(view.disputes.all(), at)
    if (dispute) await scene.world.stripe.disputes.close(dispute.id, {}, options)
  },
  transfer: async ({ world, account }, { which: at, part: share, source }) => {
    const charge = source ? pick(world.view.charges.all(), at) : undefined
    const most = charge?.amount_captured ?? world.view.balanceTotals.find('usd')?.available ?? 0
    await world.stripe.transfers.create({
      amount: some(Math.max(most, 1), share),
      currency: 'usd',
      destination: account,
      ...(charge && { source_transaction: charge.id }),
    })
  },
  reverse: async ({ world }, { which: at, part: share }) => {
    const transfer = pick(world.view.transfers.all(), at)
    if (transfer) await world.stripe.transfers.createReversal(transfer.id, { amount: some(transfer.amount, share) })
  },
  'refund fee': async ({ world }, { which: at, part: share }) => {
    const fee = pick(world.view.applicationFees.all(), at)
    if (fee) await world.stripe.applicationFees.createRefund(fee.id, { amount: some(fee.amount, share) })
  },
  payout: async (scene, { part: share, where: place, fails }) => {
    const { view, options } = side(scene, place)
    const bank = view.bankAccounts.all()[0]?.id ?? ''
    scene.world.world.transact('test', undefined, () =>
      view.bankSecrets.put({ id: bank, fails: fails ? 'no_account' : null }),
    )
    const most = view.balanceTotals.find('usd')?.available ?? 0
    await scene.world.stripe.payouts.create({ amount: some(Math.max(most, 1), share), currency: 'usd' }, options)
  },
  'cancel payout': async (scene, { which: at, where: place }) => {
    const { view, options } = side(scene, place)
    const payout = pick(view.payouts.all(), at)
    if (payout) await scene.world.stripe.payouts.cancel(payout.id, {}, options)
  },
  'top up': ({ world }, { amount }) => world.stripe.topups.create({ amount, currency: 'usd' }),
  advance: ({ world }, { days }) => world.advance(days * DAY),
}

/** What Stripe would refuse, too, is refused; anything else fails the test. */
async function tryOut(scene: Scene, each: Step): Promise<void> {
  try {
    await (act[each.kind] as (scene: Scene, step: Step) => Promise<unknown>)(scene, each)
  } catch (error) {
    const refused = error instanceof Stripe.errors.StripeError && [400, 402].includes(error.statusCode ?? 0)
    if (!refused) throw error
  }
  await scene.world.settled()
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

/** Available and pending are each the sum of their transactions. */
function addsUp(view: StripeWorld): void {
  expect(balanceIn(view)).toEqual(bookedIn(view))
  for (const { id, available, pending } of view.balanceTotals.all()) {
    const of = (status: string) =>
      total(
        view.balanceTransactions
          .all()
          .flatMap((each) => (each.currency === id && each.status === status ? [each.net] : [])),
      )
    expect({ available, pending }).toEqual({ available: of('available'), pending: of('pending') })
  }
  for (const { amount, fee, net, fee_details: details } of view.balanceTransactions.all()) {
    expect([net, fee]).toEqual([amount - fee, total(details.map((each) => each.amount))])
  }
}

/** Nobody gets back more than was paid. */
function keepsMeasure(view: StripeWorld): void {
  for (const charge of view.charges.all()) {
    expect(charge.amount_captured).toBeLessThanOrEqual(charge.amount)
    if (!['captured', 'refunded', 'refunded in part'].includes(standingOf(charge))) continue
    const refunds = view.refunds
      .where('charge', charge.id)
      .filter(({ status }) => status !== 'failed' && status !== 'canceled')
    const back = total(refunds.map(({ amount }) => amount))
    expect(back).toBeLessThanOrEqual(charge.amount_captured)
    expect(charge.amount_refunded).toBe(charge.amount - charge.amount_captured + back)
  }
  for (const { amount, amount_reversed: back } of view.transfers.all()) expect(back).toBeLessThanOrEqual(amount)
  for (const { amount, amount_refunded: back } of view.applicationFees.all()) expect(back).toBeLessThanOrEqual(amount)
}

/** What one account gives is what the other gets. */
function nothingIsLost({ world, account }: Scene): void {
  const own = world.view.of(account)
  const sum = (view: StripeWorld, ...types: string[]) =>
    total(view.balanceTransactions.all().flatMap((each) => (types.includes(each.type) ? [each.amount] : [])))
  const received = (view: StripeWorld) =>
    total(
      view.balanceTransactions.all().flatMap(({ amount, source, type }) => {
        const passedOn = type === 'payment' && view.charges.find(source as string)?.source_transfer
        return passedOn || type === 'payment_refund' ? [amount] : []
      }),
    )
  expect(sum(world.view, 'transfer', 'transfer_refund') + received(own)).toBe(0)

  const fees = total(
    own.balanceTransactions
      .all()
      .flatMap(({ fee_details: details }) =>
        details.filter(({ type }) => type === 'application_fee').map((each) => each.amount),
      ),
  )
  const given = total(
    own.balanceTransactions.all().flatMap((each) => (each.reporting_category === 'fee' ? [each.amount] : [])),
  )
  expect(sum(world.view, 'application_fee', 'application_fee_refund')).toBe(fees - given)
}

test('the balance is the sum of its transactions, whatever happens', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const world = await stripeWorld()
      const account = await onboarded(world)
      const { id: customer } = await world.stripe.customers.create()
      const scene = { world, account, customer }
      for (const each of steps) {
        await tryOut(scene, each)
        for (const view of [world.view, world.view.of(account)]) {
          addsUp(view)
          keepsMeasure(view)
        }
        nothingIsLost(scene)
        cashAddsUp(world.view, customer)
      }
    }),
    { numRuns: 60 },
  )
})
