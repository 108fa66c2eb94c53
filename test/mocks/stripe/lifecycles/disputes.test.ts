import { decideDispute, expireDispute } from '../../../../mocks/stripe/disputes/decide.js'
import { disputeLifecycle } from '../../../../mocks/stripe/disputes/dispute.js'
import { reviewLifecycle, standingOf } from '../../../../mocks/stripe/reviews/review.js'
import { byTheBank, type TestWorld, walk } from '../../../support/stripe-lifecycles.js'
import { pay } from '../../../support/stripe-money.js'

async function disputed(world: TestWorld, card = 'createDispute'): Promise<string> {
  await pay(world.stripe, card)
  await world.settled()
  return world.view.disputes.all()[0]?.id ?? ''
}

async function answered(world: TestWorld, text: string, card?: string): Promise<string> {
  const id = await disputed(world, card)
  await world.stripe.disputes.update(id, { evidence: { uncategorized_text: text } })
  await world.settled()
  return id
}

const inquiry = 'createDisputeInquiry'

walk('a dispute', {
  lifecycle: disputeLifecycle,
  reach: {
    needs_response: (world) => disputed(world),
    warning_needs_response: (world) => disputed(world, inquiry),
    under_review: (world) => answered(world, 'see the receipt'),
    warning_under_review: (world) => answered(world, 'see the receipt', inquiry),
    won: (world) => answered(world, 'winning_evidence'),
    lost: (world) => answered(world, 'losing_evidence'),
    warning_closed: (world) => answered(world, 'winning_evidence', inquiry),
    // No test card is prevented.
    prevented: async (world) => {
      const id = await disputed(world)
      await byTheBank(world, (view) => view.disputes.update(id, { status: 'prevented' }))
      return id
    },
  },
  act: {
    update: ({ stripe }, id) => stripe.disputes.update(id, { evidence: { customer_name: 'Jenny' }, submit: false }),
    submit: ({ stripe }, id) => stripe.disputes.update(id, { evidence: { customer_name: 'Jenny' } }),
    close: ({ stripe }, id) => stripe.disputes.close(id),
    win: (world, id) => byTheBank(world, (view) => decideDispute(view, id, 'win')),
    lose: (world, id) => byTheBank(world, (view) => decideDispute(view, id, 'lose')),
    escalate: (world, id) => byTheBank(world, (view) => decideDispute(view, id, 'escalate')),
    expire: (world, id) => byTheBank(world, (view) => expireDispute(view, id)),
  },
  silent: ['win', 'lose', 'escalate', 'expire'],
  state: ({ view }, id) => view.disputes.get(id, 'id').status,
  row: (view, id) => view.disputes.get(id, 'id'),
})

walk('a review', {
  lifecycle: reviewLifecycle,
  reach: {
    open: async ({ stripe }) => (await pay(stripe, 'riskLevelElevated')).review as string,
    closed: async ({ stripe }) => {
      const id = (await pay(stripe, 'riskLevelElevated')).review as string
      await stripe.reviews.approve(id)
      return id
    },
  },
  act: { approve: ({ stripe }, id) => stripe.reviews.approve(id) },
  silent: [],
  state: ({ view }, id) => standingOf(view.reviews.get(id, 'id')),
  row: (view, id) => view.reviews.get(id, 'id'),
})
