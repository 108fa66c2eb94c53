import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'
import { inputOf } from './inputs.js'
import { begin, checkTakes, fail, readerLifecycle, stateOf, succeed } from './reader.js'

/** Shows a cart, until something else is shown. @throws terminal_reader_offline, terminal_reader_busy (400) @source https://docs.stripe.com/api/terminal/readers/set_reader_display (read 2026-11) */
export const setDisplay = behaviour(
  'POST /v1/terminal/readers/{reader}/set_reader_display',
  ({ params, body: { cart, type } }, world) => {
    const reader = world.readers.get(params.reader, 'reader')
    checkTakes(reader, 'display')
    const shown = cart ? { ...cart, tax: cart.tax ?? null } : null
    return begin(world, reader, { type: 'set_reader_display', set_reader_display: { cart: shown, type } })
  },
)

/** Has a reader ask for a card to give a payment back to. @throws resource_missing, terminal_reader_offline, terminal_reader_busy (400) @source https://docs.stripe.com/api/terminal/readers/refund_payment (read 2026-11) */
export const refundAtReader = behaviour(
  'POST /v1/terminal/readers/{reader}/refund_payment',
  ({ params, body = {} }, world) => {
    const reader = world.readers.get(params.reader, 'reader')
    checkTakes(reader, 'refund')
    if (body.payment_intent !== undefined) world.paymentIntents.named(body.payment_intent, 'payment_intent')
    if (body.charge !== undefined) world.charges.named(body.charge, 'charge')
    const { expand: _, ...details } = body
    return begin(world, reader, { type: 'refund_payment', refund_payment: details })
  },
)

/** Asks the customer for something. @throws terminal_reader_offline, terminal_reader_busy (400) @source https://docs.stripe.com/api/terminal/readers/collect_inputs (read 2026-11) */
export const collectInputs = behaviour(
  'POST /v1/terminal/readers/{reader}/collect_inputs',
  ({ params, body: { inputs, metadata } }, world) => {
    const reader = world.readers.get(params.reader, 'reader')
    checkTakes(reader, 'ask')
    const details = { inputs: inputs.map((input) => inputOf(input)), metadata: metadata ?? {} }
    return begin(world, reader, { type: 'collect_inputs', collect_inputs: details })
  },
)

/** The customer answers, as a test has it. @throws an action that is none of this kind (400) @unverified wording @emits terminal.reader.action_succeeded @source https://docs.stripe.com/api/terminal/readers/succeed_input_collection (read 2026-11) */
export const succeedInputs = behaviour(
  'POST /v1/test_helpers/terminal/readers/{reader}/succeed_input_collection',
  ({ params }, world) => {
    const reader = world.readers.get(params.reader, 'reader')
    if (!readerLifecycle.allows(stateOf(reader), 'answer')) throw nothingAsked()
    return succeed(world, reader)
  },
)

/** Nobody answers. @throws see `succeedInputs` @emits terminal.reader.action_failed (customer_canceled) @source https://docs.stripe.com/api/terminal/readers/timeout_input_collection (read 2026-11); @unverified code and message */
export const timeOutInputs = behaviour(
  'POST /v1/test_helpers/terminal/readers/{reader}/timeout_input_collection',
  ({ params }, world) => {
    const reader = world.readers.get(params.reader, 'reader')
    if (!readerLifecycle.allows(stateOf(reader), 'answer')) throw nothingAsked()
    return fail(world, reader, { code: 'customer_canceled', message: 'The collection timed out.' })
  },
)

function nothingAsked() {
  return invalidRequest('This reader is not collecting inputs: start a collect_inputs action first.', {
    param: 'reader',
  })
}

/** Takes back what the reader was told to do, or clears its screen. @throws terminal_reader_offline, terminal_reader_busy (400) @source https://docs.stripe.com/api/terminal/readers/cancel_action (read 2026-11) */
export const cancelAction = behaviour('POST /v1/terminal/readers/{reader}/cancel_action', ({ params }, world) => {
  const reader = world.readers.get(params.reader, 'reader')
  checkTakes(reader, 'cancel')
  return world.readers.update(reader.id, { action: null })
})
