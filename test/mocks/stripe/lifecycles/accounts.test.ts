import { completeOnboarding } from '../../../../mocks/stripe/account-links/onboarding.js'
import { capabilityLifecycle, statusOf as capabilityStatus } from '../../../../mocks/stripe/accounts/capability.js'
import { afterChange, verifyAccount } from '../../../../mocks/stripe/accounts/connected.js'
import {
  applicationFeeLifecycle,
  standingOf as feeStanding,
} from '../../../../mocks/stripe/application-fees/application-fee.js'
import { payoutLifecycle, statusOf } from '../../../../mocks/stripe/payouts/payout.js'
import { arrivePayout, sendPayout } from '../../../../mocks/stripe/payouts/progress.js'
import { arriveTopup } from '../../../../mocks/stripe/topups/arrive.js'
import { topupLifecycle } from '../../../../mocks/stripe/topups/topup.js'
import { standingOf, transferLifecycle } from '../../../../mocks/stripe/transfers/transfer.js'
import type { StripeWorld } from '../../../../mocks/stripe/world.js'
import { DAY } from '../../../support/stripe.js'
import { byTheBank, type TestWorld, walk } from '../../../support/stripe-lifecycles.js'
import { onboarded, pay } from '../../../support/stripe-money.js'

/** The platform's own bank does this with payouts from now on. */
function bankFails(view: StripeWorld, fails: string | null): void {
  const [account] = view.bankAccounts.all()
  view.bankSecrets.put({ id: account?.id ?? '', fails })
}

async function paidOut(world: TestWorld, days = 0): Promise<string> {
  await pay(world.stripe, 'bypassPending')
  await world.settled()
  const { id } = await world.stripe.payouts.create({ amount: 1_000, currency: 'usd' })
  if (days > 0) await world.advance(days * DAY)
  return id
}

walk('a payout', {
  lifecycle: payoutLifecycle,
  reach: {
    pending: (world) => paidOut(world),
    in_transit: (world) => paidOut(world, 1),
    paid: (world) => paidOut(world, 2),
    failed: async (world) => {
      await byTheBank(world, (view) => bankFails(view, 'no_account'))
      return paidOut(world, 2)
    },
    canceled: async (world) => {
      const id = await paidOut(world)
      await world.stripe.payouts.cancel(id)
      return id
    },
  },
  act: {
    update: ({ stripe }, id) => stripe.payouts.update(id, { metadata: { run: '1' } }),
    cancel: ({ stripe }, id) => stripe.payouts.cancel(id),
    send: (world, id) => byTheBank(world, (view) => sendPayout(view, id)),
    arrive: (world, id) => byTheBank(world, (view) => arrivePayout(view, id)),
    fail: (world, id) =>
      byTheBank(world, (view) => {
        bankFails(view, 'account_closed')
        arrivePayout(view, id)
      }),
    reverse: ({ stripe }, id) => stripe.payouts.reverse(id),
  },
  silent: ['send', 'arrive', 'fail'],
  state: ({ view }, id) => statusOf(view.payouts.get(id, 'id')),
  row: (view, id) => view.payouts.get(id, 'id'),
})

walk('a top-up', {
  lifecycle: topupLifecycle,
  reach: {
    pending: async ({ stripe }) => (await stripe.topups.create({ amount: 500, currency: 'usd' })).id,
    succeeded: async ({ stripe, advance }) => {
      const { id } = await stripe.topups.create({ amount: 500, currency: 'usd' })
      await advance(5 * DAY)
      return id
    },
    failed: async ({ stripe, advance }) => {
      const source = 'btok_us_verified_noAccount'
      const { id } = await stripe.topups.create({ amount: 500, currency: 'usd', source })
      await advance(5 * DAY)
      return id
    },
    canceled: async ({ stripe }) => {
      const { id } = await stripe.topups.create({ amount: 500, currency: 'usd' })
      return (await stripe.topups.cancel(id)).id
    },
    // No test bank takes a top-up back.
    reversed: async (world) => {
      const { id } = await world.stripe.topups.create({ amount: 500, currency: 'usd' })
      await byTheBank(world, (view) => view.topups.update(id, { status: 'reversed' }))
      return id
    },
  },
  act: {
    update: ({ stripe }, id) => stripe.topups.update(id, { metadata: { run: '1' } }),
    cancel: ({ stripe }, id) => stripe.topups.cancel(id),
    arrive: (world, id) => byTheBank(world, (view) => arriveTopup(view, id, null)),
    fail: (world, id) => byTheBank(world, (view) => arriveTopup(view, id, 'no_account')),
  },
  silent: ['arrive', 'fail'],
  state: ({ view }, id) => view.topups.get(id, 'id').status,
  row: (view, id) => view.topups.get(id, 'id'),
})

async function transferred(world: TestWorld, back = 0): Promise<string> {
  const destination = await onboarded(world)
  const { latest_charge: charge } = await pay(world.stripe)
  await world.settled()
  const transfer = { amount: 1_000, currency: 'usd', destination, source_transaction: charge }
  const { id } = await world.stripe.transfers.create(transfer)
  if (back > 0) await world.stripe.transfers.createReversal(id, { amount: back })
  return id
}

walk('a transfer', {
  lifecycle: transferLifecycle,
  reach: {
    paid: (world) => transferred(world),
    'reversed in part': (world) => transferred(world, 400),
    reversed: (world) => transferred(world, 1_000),
  },
  act: {
    update: ({ stripe }, id) => stripe.transfers.update(id, { metadata: { run: '1' } }),
    reverse: ({ stripe }, id) => stripe.transfers.createReversal(id, { amount: 600 }),
  },
  silent: [],
  state: ({ view }, id) => standingOf(view.transfers.get(id, 'id')),
  row: (view, id) => view.transfers.get(id, 'id'),
})

async function feeOf(world: TestWorld, back = 0): Promise<string> {
  const stripeAccount = await onboarded(world)
  await pay(world.stripe, 'visa', { application_fee_amount: 500 }, { stripeAccount })
  await world.settled()
  const id = world.view.applicationFees.all()[0]?.id ?? ''
  if (back > 0) await world.stripe.applicationFees.createRefund(id, { amount: back })
  return id
}

walk('an application fee', {
  lifecycle: applicationFeeLifecycle,
  reach: {
    collected: (world) => feeOf(world),
    'refunded in part': (world) => feeOf(world, 200),
    refunded: (world) => feeOf(world, 500),
  },
  act: { refund: ({ stripe }, id) => stripe.applicationFees.createRefund(id, { amount: 300 }) },
  silent: [],
  state: ({ view }, id) => feeStanding(view.applicationFees.get(id, 'id')),
  row: (view, id) => view.applicationFees.get(id, 'id'),
})

const NAME = 'card_payments'
const asked = { capabilities: { [NAME]: { requested: true } } }

async function account({ stripe }: TestWorld, params: object = asked): Promise<string> {
  return (await stripe.accounts.create({ type: 'custom', ...params })).id
}

async function known(world: TestWorld): Promise<string> {
  const id = await account(world)
  await byTheBank(world, (view) => completeOnboarding(view.of(id)))
  return id
}

walk('a capability', {
  lifecycle: capabilityLifecycle,
  reach: {
    unrequested: (world) => account(world, {}),
    inactive: (world) => account(world),
    pending: known,
    active: async (world) => {
      const id = await known(world)
      await world.advance(5000)
      return id
    },
  },
  act: {
    request: ({ stripe }, id) => stripe.accounts.updateCapability(id, NAME, { requested: true }),
    unrequest: ({ stripe }, id) => stripe.accounts.updateCapability(id, NAME, { requested: false }),
    fulfil: (world, id) => byTheBank(world, (view) => completeOnboarding(view.of(id))),
    verify: (world, id) => byTheBank(world, (view) => verifyAccount(view.of(id))),
    want: (world, id) =>
      byTheBank(world, (view) => {
        const own = view.of(id)
        for (const person of own.persons.all()) own.persons.delete(person.id)
        afterChange(own)
      }),
  },
  silent: ['request', 'unrequest', 'fulfil', 'verify', 'want'],
  state: ({ view }, id) => capabilityStatus(view.accounts.get(id, 'id'), NAME),
  row: (view, id) => capabilityStatus(view.accounts.get(id, 'id'), NAME),
})
