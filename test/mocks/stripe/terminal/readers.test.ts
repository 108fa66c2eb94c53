import { expect, test } from 'vitest'
import { readerLifecycle, stateOf } from '../../../../mocks/stripe/terminal-readers/reader.js'
import { errorOf, SECOND, stripeWorld } from '../../../support/stripe.js'
import { byTheBank, type TestWorld, walk } from '../../../support/stripe-lifecycles.js'
import { atReader, registered } from '../../../support/stripe-terminal.js'

const INPUTS = { inputs: [{ type: 'text' as const, custom_text: { title: 'Your name' } }] }
const CART = {
  type: 'cart' as const,
  cart: { currency: 'usd', total: 500, line_items: [{ amount: 500, description: 'Tea', quantity: 1 }] },
}

async function paying({ stripe }: TestWorld) {
  const reader = await registered(stripe)
  await stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: (await atReader(stripe)).id })
  return reader
}

async function setUp({ stripe }: TestWorld, reader: string) {
  const intent = await stripe.setupIntents.create({ allowed_payment_method_types: ['card_present'] })
  const details = { setup_intent: intent.id, allow_redisplay: 'always' as const }
  return stripe.terminal.readers.processSetupIntent(reader, details)
}

/** A PaymentIntent whose card was taken at another reader. */
async function collected({ stripe }: TestWorld) {
  const other = await registered(stripe)
  const intent = await atReader(stripe)
  await stripe.terminal.readers.collectPaymentMethod(other, { payment_intent: intent.id })
  await stripe.testHelpers.terminal.readers.presentPaymentMethod(other)
  return intent.id
}

async function ended(world: TestWorld, number?: string) {
  const reader = await paying(world)
  const card_present = number === undefined ? {} : { number }
  await world.stripe.testHelpers.terminal.readers.presentPaymentMethod(reader, { card_present })
  return reader
}

walk('a reader', {
  lifecycle: readerLifecycle,
  reach: {
    idle: ({ stripe }) => registered(stripe),
    displaying: async ({ stripe }) => {
      const reader = await registered(stripe)
      await stripe.terminal.readers.setReaderDisplay(reader, CART)
      return reader
    },
    'awaiting payment': paying,
    'awaiting card': async (world) => {
      const reader = await registered(world.stripe)
      await setUp(world, reader)
      return reader
    },
    'collecting inputs': async ({ stripe }) => {
      const reader = await registered(stripe)
      await stripe.terminal.readers.collectInputs(reader, INPUTS)
      return reader
    },
    authorizing: async (world) => {
      const reader = await registered(world.stripe)
      const payment_intent = await collected(world)
      await world.stripe.terminal.readers.confirmPaymentIntent(reader, { payment_intent })
      return reader
    },
    succeeded: (world) => ended(world),
    failed: (world) => ended(world, '4000000000000002'),
  },
  act: {
    pay: async ({ stripe }, id) =>
      stripe.terminal.readers.processPaymentIntent(id, { payment_intent: (await atReader(stripe)).id }),
    'set up': setUp,
    refund: ({ stripe }, id) => stripe.terminal.readers.refundPayment(id, { amount: 100 }),
    confirm: async (world, id) => {
      await world.stripe.terminal.readers.confirmPaymentIntent(id, { payment_intent: await collected(world) })
      await world.advance(5 * SECOND)
    },
    display: ({ stripe }, id) => stripe.terminal.readers.setReaderDisplay(id, CART),
    ask: ({ stripe }, id) => stripe.terminal.readers.collectInputs(id, INPUTS),
    present: ({ stripe }, id) => stripe.testHelpers.terminal.readers.presentPaymentMethod(id),
    answer: ({ stripe }, id) => stripe.testHelpers.terminal.readers.succeedInputCollection(id),
    cancel: ({ stripe }, id) => stripe.terminal.readers.cancelAction(id),
  },
  silent: [],
  state: ({ view }, id) => stateOf(view.readers.get(id, 'reader')),
  row: (view, id) => view.readers.get(id, 'reader'),
})

test('a simulated reader is registered by its code, labelled with it unless it is called otherwise', async () => {
  const { stripe } = await stripeWorld()
  const simulated = await stripe.terminal.readers.create({ registration_code: 'simulated-wpe' })
  expect(simulated).toMatchObject({ device_type: 'simulated_wisepos_e', label: 'simulated-wpe', status: 'online' })
  const other = await stripe.terminal.readers.create({ registration_code: 'puppies-plug-could', label: 'Till 1' })
  expect(other).toMatchObject({ device_type: 'bbpos_wisepos_e', label: 'Till 1' })
  const call = stripe.terminal.readers.create({ registration_code: 'simulated-wpe', location: 'tml_none' })
  expect(await errorOf(call)).toMatchObject({ code: 'resource_missing', param: 'location', statusCode: 400 })
})

test('a reader that is asking for something else is busy, and says so in Stripe’s words', async () => {
  const { stripe } = await stripeWorld()
  const reader = await registered(stripe)
  await stripe.terminal.readers.collectInputs(reader, INPUTS)
  const intent = await atReader(stripe)
  const error = await errorOf(stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: intent.id }))
  expect(error).toMatchObject({ code: 'terminal_reader_busy', type: 'StripeInvalidRequestError', statusCode: 400 })
  expect(error.message).toMatch(/^Reader is currently busy processing another request\./)

  await stripe.terminal.readers.cancelAction(reader)
  const taken = await stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: intent.id })
  expect(taken.action).toMatchObject({ status: 'in_progress', type: 'process_payment_intent' })
})

test('what is being authorized cannot be canceled', async () => {
  const world = await stripeWorld()
  const { stripe } = world
  const reader = await registered(stripe)
  const payment_intent = await collected(world)
  const confirming = await stripe.terminal.readers.confirmPaymentIntent(reader, { payment_intent })
  expect(confirming.action?.status).toBe('in_progress')
  const error = await errorOf(stripe.terminal.readers.cancelAction(reader))
  expect(error.code).toBe('terminal_reader_busy')

  await world.advance(5 * SECOND)
  expect(await stripe.paymentIntents.retrieve(payment_intent)).toMatchObject({ status: 'succeeded' })
})

test('an offline reader takes no command', async () => {
  const world = await stripeWorld()
  const { stripe } = world
  const reader = await registered(stripe)
  await byTheBank(world, (view) => view.readers.update(reader, { status: 'offline' }))
  const { id } = await atReader(stripe)
  const error = await errorOf(stripe.terminal.readers.processPaymentIntent(reader, { payment_intent: id }))
  expect(error).toMatchObject({ code: 'terminal_reader_offline', statusCode: 400 })
  expect(error.message).toMatch(/^Reader is currently offline, please ensure the reader is powered on/)
})

test('inputs are answered or time out; nothing is answered that was not asked', async () => {
  const { stripe, eventTypes } = await stripeWorld()
  const reader = await registered(stripe)
  const { readers } = stripe.testHelpers.terminal
  expect(await errorOf(readers.succeedInputCollection(reader))).toMatchObject({ statusCode: 400, param: 'reader' })

  await stripe.terminal.readers.collectInputs(reader, INPUTS)
  expect((await readers.succeedInputCollection(reader)).action?.status).toBe('succeeded')
  await stripe.terminal.readers.collectInputs(reader, INPUTS)
  expect((await readers.timeoutInputCollection(reader)).action?.status).toBe('failed')
  expect(eventTypes().filter((type) => type.startsWith('terminal'))).toEqual([
    'terminal.reader.action_succeeded',
    'terminal.reader.action_failed',
  ])
})
