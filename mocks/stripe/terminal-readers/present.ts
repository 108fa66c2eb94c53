import { VendorError } from '../../../src/engine/kit.js'
import { behaviour, type Reader } from '../api.js'
import { invalidRequest, notModelled } from '../errors.js'
import type { Door } from '../pages/origin.js'
import { chargeOf, refundCharge } from '../refunds/create.js'
import type { StripeWorld } from '../world.js'
import { overtaken } from './intents.js'
import { payPresented } from './pay.js'
import { cardOfNumber, type PresentedCard, physicalCard, presentMethod } from './present-card.js'
import { fail, type ReaderAction, readerLifecycle, stateOf, succeed } from './reader.js'
import { setUpPresented } from './set-up.js'

/**
 * A customer holds a card to the reader: a simulated one reads the number given, any other Stripe's physical test card, which does as the
 * amount says. What comes of it is told by the reader's action, not by an error.
 * @throws resource_missing (404), a reader that waits for no card, a number for a reader that is not simulated (400), card errors (402),
 * Interac and typed-in cards (501)  @unverified wording, that a reader which is not simulated takes it
 * @emits terminal.reader.action_succeeded, terminal.reader.action_failed or terminal.reader.action_updated, with those of the payment
 * @source https://docs.stripe.com/terminal/references/testing (read 2026-11)
 */
export const presentPaymentMethod = behaviour(
  'POST /v1/test_helpers/terminal/readers/{reader}/present_payment_method',
  ({ params, body = {}, call }, world) => {
    const reader = world.readers.get(params.reader, 'reader')
    if (!readerLifecycle.allows(stateOf(reader), 'present')) throw noCardWanted()
    const { type = 'card_present', card_present: given, amount_tip: tip = 0 } = body
    if (type !== 'card_present') throw notModelled(`presenting a payment method of type '${type}'`)
    const simulated = reader.device_type.startsWith('simulated_')
    if (!simulated && given?.number !== undefined) throw numberNotRead()
    const card = simulated ? cardOfNumber(given?.number, world) : physicalCard(world)
    return act(world, reader, { card, physical: !simulated, tip, door: call })
  },
)

interface Held {
  readonly card: PresentedCard
  readonly physical: boolean
  readonly tip: number
  readonly door: Door
}

function act(world: StripeWorld, reader: Reader, { card, physical, tip, door }: Held): Reader {
  const { process_payment_intent: pay, collect_payment_method: collect, process_setup_intent: setUp } = taskOf(reader)
  if (pay) {
    const intent = world.paymentIntents.named(String(pay.payment_intent), 'payment_intent')
    if (intent.status !== 'requires_payment_method') return fail(world, reader, overtaken('Payment intent'))
    return payPresented(world, reader, intent, { method: presentMethod(world, card, { physical }), tip, door })
  }
  if (collect) return collected(world, reader, collect, presentMethod(world, card, { physical }))
  if (setUp) return setUpPresented(world, reader, setUp, card)
  return refunded(world, reader)
}

function taskOf({ action }: Reader): Partial<ReaderAction> {
  return action ?? {}
}

/** The card is read, and charged later. @emits terminal.reader.action_updated @source https://docs.stripe.com/terminal/payments/collect-card-payment#webhooks (read 2026-11) */
function collected(
  world: StripeWorld,
  reader: Reader,
  details: NonNullable<ReaderAction['collect_payment_method']>,
  method: ReturnType<typeof presentMethod>,
): Reader {
  const intent = world.paymentIntents.named(String(details.payment_intent), 'payment_intent')
  if (intent.status !== 'requires_payment_method') return fail(world, reader, overtaken('Payment intent'))
  world.paymentIntents.update(intent.id, { payment_method: method.id, status: 'requires_confirmation' })
  const done = world.readers.update(reader.id, {
    action: {
      ...(reader.action as ReaderAction),
      collect_payment_method: { ...details, payment_method: method },
      status: 'succeeded',
    },
  })
  world.emit('terminal.reader.action_updated', done, reader)
  return done
}

/** What a refund is refused for fails the action. @unverified its code */
function refunded(world: StripeWorld, reader: Reader): Reader {
  const details = reader.action?.refund_payment ?? {}
  const { charge, payment_intent: intent } = details
  try {
    const refund = world.port.savepoint(() =>
      refundCharge(
        world,
        chargeOf(nameOf(charge), nameOf(intent), world),
        details as Parameters<typeof refundCharge>[2],
      ),
    )
    return succeed(world, reader, { refund_payment: { ...details, amount: refund.amount, refund: refund.id } })
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
    return fail(world, reader, { code: error.code ?? 'refund_failed', message: error.message })
  }
}

function nameOf(reference: unknown): string | undefined {
  return typeof reference === 'string' ? reference : undefined
}

function noCardWanted() {
  return invalidRequest(
    'This reader is not waiting for a payment method: start an action that takes one first, such as process_payment_intent.',
    { param: 'reader' },
  )
}

function numberNotRead() {
  return invalidRequest(
    'Only a simulated reader reads a card number. Any other takes the physical test card, which does as the amount says.',
    { param: 'card_present[number]' },
  )
}
