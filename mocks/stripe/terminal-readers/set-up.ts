import type { Reader } from '../api.js'
import { failSetup, recordAttempt } from '../setup-intents/finish.js'
import type { StripeWorld } from '../world.js'
import { overtaken } from './intents.js'
import { generateCard, keepGenerated, type PresentedCard, presentMethod } from './present-card.js'
import { declinedBy, fail, type ReaderAction, succeed } from './reader.js'

/**
 * Sets a card up that was held to a reader: what is kept for later is the card that is generated of it.
 * @emits setup_intent.succeeded or setup_intent.setup_failed, payment_method.attached, then terminal.reader.action_succeeded or
 * terminal.reader.action_failed  @source https://docs.stripe.com/terminal/features/saving-payment-details/save-directly (read 2026-11)
 */
export function setUpPresented(
  world: StripeWorld,
  reader: Reader,
  details: NonNullable<ReaderAction['process_setup_intent']>,
  card: PresentedCard,
): Reader {
  const intent = world.setupIntents.named(String(details.setup_intent), 'setup_intent')
  if (intent.status !== 'requires_payment_method') return fail(world, reader, overtaken('Setup intent'))
  const method = presentMethod(world, card)
  const { decline } = card.outcome
  if (decline) {
    failSetup(world, intent, method, decline, recordAttempt(world, intent, method, 'failed'))
    return fail(world, reader, declinedBy(decline, null))
  }
  const generated = generateCard(world, card).id
  const attempt = recordAttempt(world, intent, method, 'succeeded', generated)
  const from = { charge: null, payment_method_details: null, setup_attempt: attempt }
  keepGenerated(world, generated, intent.customer as string | null, from)
  const succeeded = world.setupIntents.update(intent.id, {
    status: 'succeeded',
    payment_method: method.id,
    latest_attempt: attempt,
    last_setup_error: null,
    next_action: null,
  })
  world.emit('setup_intent.succeeded', succeeded)
  return succeed(world, reader, { process_setup_intent: { ...details, generated_card: generated } })
}
