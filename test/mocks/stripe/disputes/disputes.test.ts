import { expect, test } from 'vitest'
import { DAY, errorOf, stripeWorld } from '../../../support/stripe.js'
import { pay } from '../../../support/stripe-money.js'

/** A world in which a payment was disputed. */
async function disputed(card = 'createDispute') {
  const world = await stripeWorld()
  const intent = await pay(world.stripe, card)
  await world.settled()
  const [dispute] = (await world.stripe.disputes.list({ charge: intent.latest_charge })).data
  if (!dispute) throw new Error('There is no dispute.')
  return { ...world, intent, dispute }
}

const net = async ({ stripe }: Awaited<ReturnType<typeof disputed>>) => {
  const { available, pending } = await stripe.balance.retrieve()
  return [...available, ...pending].reduce((sum, { amount }) => sum + amount, 0)
}

test('a disputed payment takes the amount and a fee off the balance', async () => {
  const world = await disputed()
  const { stripe, dispute, intent, eventTypes } = world

  expect(dispute).toMatchObject({
    amount: 10_000,
    charge: intent.latest_charge,
    payment_intent: intent.id,
    reason: 'fraudulent',
    status: 'needs_response',
    is_charge_refundable: false,
    evidence_details: { has_evidence: false, past_due: false, submission_count: 0 },
    balance_transactions: [
      { amount: -10_000, fee: 1_500, net: -11_500, type: 'adjustment', reporting_category: 'dispute' },
    ],
  })
  expect(await stripe.charges.retrieve(intent.latest_charge)).toMatchObject({ disputed: true })
  expect(await net(world)).toBe(9_680 - 11_500)
  expect(eventTypes().slice(-2)).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn'])
  expect(await errorOf(stripe.refunds.create({ charge: intent.latest_charge }))).toMatchObject({
    code: 'charge_disputed',
  })
})

test('winning evidence wins it, and gives back amount and fee', async () => {
  const world = await disputed()
  const { stripe, dispute, settled, eventTypes, intent } = world
  const submitted = await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'winning_evidence' } })
  expect(submitted).toMatchObject({
    status: 'under_review',
    evidence_details: { has_evidence: true, submission_count: 1, submission_method: 'manual' },
  })
  await settled()

  expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({
    status: 'won',
    balance_transactions: [{}, { net: 11_500 }],
  })
  expect(await net(world)).toBe(9_680)
  expect(eventTypes().slice(-3)).toEqual([
    'charge.dispute.updated',
    'charge.dispute.closed',
    'charge.dispute.funds_reinstated',
  ])
  expect(await stripe.refunds.create({ charge: intent.latest_charge })).toMatchObject({ status: 'succeeded' })
})

test('losing evidence loses it', async () => {
  const world = await disputed()
  await world.stripe.disputes.update(world.dispute.id, { evidence: { uncategorized_text: 'losing_evidence' } })
  await world.settled()
  expect(await world.stripe.disputes.retrieve(world.dispute.id)).toMatchObject({ status: 'lost' })
  expect(await net(world)).toBe(9_680 - 11_500)
})

test('evidence can be kept back until it is complete, and is submitted once', async () => {
  const { stripe, dispute } = await disputed()
  const staged = await stripe.disputes.update(dispute.id, {
    evidence: { customer_name: 'Jenny', uncategorized_text: 'we shipped it' },
    metadata: { case: '7' },
    submit: false,
  })
  expect(staged).toMatchObject({
    status: 'needs_response',
    evidence: { customer_name: 'Jenny' },
    metadata: { case: '7' },
  })
  await stripe.disputes.update(dispute.id, { submit: true })

  const error = await errorOf(stripe.disputes.update(dispute.id, { evidence: { customer_name: 'Jane' } }))
  expect(error).toMatchObject({ statusCode: 400 })
  expect(error.message).toMatch(/under review/)
  expect(await stripe.disputes.update(dispute.id, { metadata: { case: '8' } })).toMatchObject({
    status: 'under_review',
  })
})

test('a dispute that nobody answers in time is lost', async () => {
  const { stripe, dispute, advance, eventTypes } = await disputed('createDisputeProductNotReceived')
  expect(dispute.reason).toBe('product_not_received')
  await advance(8 * DAY)
  expect((await stripe.disputes.retrieve(dispute.id)).status).toBe('needs_response')

  await advance(DAY)
  expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({
    status: 'lost',
    evidence_details: { past_due: true },
  })
  expect(eventTypes()).toContain('charge.dispute.closed')
  expect(await errorOf(stripe.disputes.update(dispute.id, { evidence: { customer_name: 'J' } }))).toMatchObject({
    statusCode: 400,
  })
})

test('closing a dispute accepts it; a second time there is nothing to close', async () => {
  const { stripe, dispute } = await disputed()
  expect(await stripe.disputes.close(dispute.id)).toMatchObject({ status: 'lost' })
  expect((await errorOf(stripe.disputes.close(dispute.id))).message).toMatch(/already closed/)
  expect(await errorOf(stripe.disputes.close('du_none'))).toMatchObject({ statusCode: 404, code: 'resource_missing' })
})

test('an inquiry takes no money until it becomes a dispute', async () => {
  const world = await disputed('createDisputeInquiry')
  const { stripe, dispute, settled } = world
  expect(dispute).toMatchObject({
    status: 'warning_needs_response',
    is_charge_refundable: true,
    balance_transactions: [],
  })
  expect(await net(world)).toBe(9_680)

  await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'escalate_inquiry_evidence' } })
  await settled()
  expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({ status: 'needs_response' })
  expect(await net(world)).toBe(9_680 - 11_500)
})

test('an inquiry ends when the payment is refunded', async () => {
  const { stripe, dispute, intent } = await disputed('createDisputeInquiry')
  await stripe.refunds.create({ charge: intent.latest_charge })
  expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({ status: 'warning_closed' })
})

test('a payment can be disputed twice, and the parts are the whole', async () => {
  const { stripe, intent } = await disputed('createMultipleDisputes')
  const { data } = await stripe.disputes.list({ payment_intent: intent.id })
  expect(data.map(({ amount }) => amount)).toEqual([5_000, 5_000])
})

test('a dispute is reached by its charge, too', async () => {
  const { send, dispute, intent } = await disputed()
  const path = `/v1/charges/${intent.latest_charge}/dispute`
  expect((await send({ target: path })).json).toMatchObject({ id: dispute.id })
  expect((await send({ method: 'POST', target: `${path}/close` })).json).toMatchObject({ status: 'lost' })
})

test('an early fraud warning asks for nothing, and is settled by a refund', async () => {
  const { stripe, settled, eventTypes } = await stripeWorld()
  const { latest_charge: charge } = await pay(stripe, 'createIssuerFraudRecord')
  await settled()
  const [warning] = (await stripe.radar.earlyFraudWarnings.list({ charge })).data
  expect(warning).toMatchObject({ actionable: true, fraud_type: 'unauthorized_use_of_card' })

  await stripe.refunds.create({ charge })
  expect(await stripe.radar.earlyFraudWarnings.retrieve(warning?.id ?? '')).toMatchObject({ actionable: false })
  expect(eventTypes()).toEqual(
    expect.arrayContaining(['radar.early_fraud_warning.created', 'radar.early_fraud_warning.updated']),
  )
})

test('a payment of elevated risk is reviewed: approved, or closed with its refund', async () => {
  const { stripe, eventTypes } = await stripeWorld()
  const [one, other] = [await pay(stripe, 'riskLevelElevated'), await pay(stripe, 'riskLevelElevated')]
  expect((await stripe.reviews.list()).data).toHaveLength(2)
  expect(await stripe.charges.retrieve(one.latest_charge)).toMatchObject({ review: one.review })

  expect(await stripe.reviews.approve(one.review as string)).toMatchObject({ open: false, closed_reason: 'approved' })
  await stripe.refunds.create({ charge: other.latest_charge, reason: 'fraudulent' })
  expect(await stripe.reviews.retrieve(other.review as string)).toMatchObject({ closed_reason: 'refunded_as_fraud' })
  expect((await stripe.reviews.list()).data).toEqual([])
  expect(await errorOf(stripe.reviews.approve(one.review as string))).toMatchObject({ statusCode: 400 })
  expect(eventTypes().filter((type) => type.startsWith('review.'))).toEqual([
    'review.opened',
    'review.opened',
    'review.closed',
    'review.closed',
  ])
})

test('a piece of evidence that is a file must be there; texts may be long', async () => {
  const { stripe, dispute } = await disputed()
  const give = (evidence: object) => stripe.disputes.update(dispute.id, { evidence, submit: false })
  expect(await errorOf(give({ receipt: 'file_none' }))).toMatchObject({
    statusCode: 400,
    code: 'resource_missing',
    param: 'evidence[receipt]',
  })
  expect(await give({ product_description: 'x'.repeat(20_000) })).toMatchObject({ status: 'needs_response' })
  expect(await errorOf(give({ product_description: 'x'.repeat(20_001) }))).toMatchObject({
    param: 'evidence[product_description]',
  })
})
