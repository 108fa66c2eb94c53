import { chargeLifecycle, standingOf } from '../../../../mocks/stripe/charges/standing.js'
import { moveMandate } from '../../../../mocks/stripe/mandates/create.js'
import { mandateLifecycle } from '../../../../mocks/stripe/mandates/mandate.js'
import { settleDebit } from '../../../../mocks/stripe/payment-intents/settle-debit.js'
import { refundLifecycle, statusOf } from '../../../../mocks/stripe/refunds/refund.js'
import { settleRefund } from '../../../../mocks/stripe/refunds/settle.js'
import { DAY, SECOND } from '../../../support/stripe.js'
import { byTheBank, type TestWorld, walk } from '../../../support/stripe-lifecycles.js'
import { pay } from '../../../support/stripe-money.js'
import { sender } from '../../../support/stripe-transfers.js'

const mandate_data = { customer_acceptance: { type: 'offline' } } as const

/** A charge of a bank account, with the name of the account that the bank will answer for. */
async function debited(world: TestWorld, name = 'success'): Promise<string> {
  const intent = await world.stripe.paymentIntents.create({
    amount: 10_000,
    currency: 'usd',
    allowed_payment_method_types: ['us_bank_account'],
    payment_method: `pm_usBankAccount_${name}`,
    confirm: true,
    mandate_data,
  })
  return intent.latest_charge as string
}

const direct = async ({ stripe }: TestWorld, more: object = {}) =>
  (await stripe.charges.create({ amount: 10_000, currency: 'usd', source: 'tok_visa', ...more })).id

async function refunded(world: TestWorld, amount: number): Promise<string> {
  const charge = await direct(world)
  await world.stripe.refunds.create({ charge, amount })
  return charge
}

/** The bank answers now, as it does for an account of that name. */
function answer(world: TestWorld, charge: string, ends: 'succeeded' | 'failed'): Promise<void> {
  return byTheBank(world, (view) => {
    const { payment_method: method, payment_intent: intent } = view.charges.get(charge, 'id')
    const secrets = view.cardSecrets.find(method ?? '')
    const failure = { code: 'account_closed', message: 'Closed.' }
    if (secrets) view.cardSecrets.put({ ...secrets, outcome: { debit: { ends, failure, after: 0 } } })
    settleDebit(view, String(intent), charge)
  })
}

walk('a charge', {
  lifecycle: chargeLifecycle,
  reach: {
    pending: (world) => debited(world, 'processing'),
    failed: async (world) => {
      const charge = await debited(world, 'accountClosed')
      await world.advance(4 * DAY)
      return charge
    },
    authorised: (world) => direct(world, { capture: false }),
    released: async ({ stripe, view }) => {
      const { id } = await pay(stripe, 'visa', { capture_method: 'manual' })
      await stripe.paymentIntents.cancel(id)
      return view.charges.all()[0]?.id ?? ''
    },
    captured: (world) => direct(world),
    'refunded in part': (world) => refunded(world, 4_000),
    refunded: (world) => refunded(world, 10_000),
  },
  act: {
    settle: (world, id) => answer(world, id, 'succeeded'),
    fail: (world, id) => answer(world, id, 'failed'),
    capture: ({ stripe }, id) => stripe.charges.capture(id),
    // Only a PaymentIntent that is canceled lets its charge go.
    release: async (world, id) => {
      if (standingOf(world.view.charges.get(id, 'id')) !== 'authorised') return
      await byTheBank(world, (view) => view.charges.update(id, { refunded: true, amount_refunded: 10_000 }))
    },
    refund: ({ stripe }, id) => stripe.refunds.create({ charge: id, amount: 1_000 }),
  },
  silent: ['settle', 'fail', 'release'],
  state: ({ view }, id) => standingOf(view.charges.get(id, 'id')),
  row: (view, id) => view.charges.get(id, 'id'),
})

async function refundOf(world: TestWorld, card: string, later = 0): Promise<string> {
  const { id } = await pay(world.stripe, card)
  await world.settled()
  const refund = await world.stripe.refunds.create({ payment_intent: id })
  if (later > 0) await world.advance(later)
  return refund.id
}

/** No card waits for the customer: a bank transfer does, until they say where the money goes. */
async function waiting(world: TestWorld): Promise<string> {
  const { pay: ask, send } = await sender(world)
  await send(10_000)
  const { id } = await ask()
  return (await world.stripe.refunds.create({ payment_intent: id, instructions_email: 'jenny@example.com' })).id
}

walk('a refund', {
  lifecycle: refundLifecycle,
  reach: {
    pending: (world) => refundOf(world, 'pendingRefund'),
    requires_action: waiting,
    succeeded: (world) => refundOf(world, 'visa'),
    failed: (world) => refundOf(world, 'refundFail', 10 * SECOND),
    canceled: async (world) => {
      const id = await waiting(world)
      await world.stripe.refunds.cancel(id)
      return id
    },
  },
  act: {
    update: ({ stripe }, id) => stripe.refunds.update(id, { metadata: { order: '1' } }),
    settle: (world, id) => byTheBank(world, (view) => settleRefund(view, id, false)),
    fail: (world, id) => byTheBank(world, (view) => settleRefund(view, id, true)),
    cancel: ({ stripe }, id) => stripe.refunds.cancel(id),
    expire: ({ stripe }, id) => stripe.testHelpers.refunds.expire(id),
  },
  silent: ['settle', 'fail'],
  state: ({ view }, id) => statusOf(view.refunds.get(id, 'id')),
  row: (view, id) => view.refunds.get(id, 'id'),
})

const mandateOf = ({ view }: TestWorld) => view.mandates.all()[0]?.id ?? ''

walk('a mandate', {
  lifecycle: mandateLifecycle,
  reach: {
    pending: async (world) => {
      await world.stripe.paymentIntents.create({
        amount: 10_000,
        currency: 'usd',
        allowed_payment_method_types: ['us_bank_account'],
        payment_method_data: {
          type: 'us_bank_account',
          us_bank_account: {
            account_holder_type: 'individual',
            account_number: '000123456789',
            routing_number: '110000000',
          },
        },
        confirm: true,
        mandate_data,
      })
      return mandateOf(world)
    },
    active: async (world) => {
      await debited(world)
      return mandateOf(world)
    },
    inactive: async (world) => {
      await debited(world, 'debitNotAuthorized')
      await world.advance(4 * DAY)
      return mandateOf(world)
    },
  },
  act: {
    accept: (world, id) => byTheBank(world, (view) => moveMandate(view, id, 'accept')),
    revoke: (world, id) => byTheBank(world, (view) => moveMandate(view, id, 'revoke')),
  },
  silent: ['accept', 'revoke'],
  state: ({ view }, id) => view.mandates.get(id, 'id').status,
  row: (view, id) => view.mandates.get(id, 'id'),
})
