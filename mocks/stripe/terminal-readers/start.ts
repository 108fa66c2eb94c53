import { behaviour } from '../api.js'
import { AUTHORIZED_AFTER } from './authorize.js'
import { checkAwaits, checkConfirmable, checkSetup, presentedIntent } from './intents.js'
import { begin, checkTakes } from './reader.js'

/**
 * Has a reader take a card and pay a PaymentIntent with it.
 * @throws resource_missing (404, 400), terminal_reader_offline, terminal_reader_busy, intent_invalid_state (400)
 * @source https://docs.stripe.com/api/terminal/readers/process_payment_intent (read 2026-11)
 */
export const processPayment = behaviour(
  'POST /v1/terminal/readers/{reader}/process_payment_intent',
  ({ params, body }, world) => {
    const reader = world.readers.get(params.reader, 'reader')
    const intent = presentedIntent(world, body.payment_intent)
    checkTakes(reader, 'pay')
    checkAwaits(intent)
    const { allow_redisplay: _, ...config } = body.process_config ?? {}
    const details = { payment_intent: intent.id, ...(body.process_config && { process_config: config }) }
    return begin(world, reader, { type: 'process_payment_intent', process_payment_intent: details })
  },
)

/** The same in two steps: the card is taken first, and charged by `confirm_payment_intent`. @throws see `processPayment` @source https://docs.stripe.com/api/terminal/readers/collect_payment_method (read 2026-11) */
export const collectMethod = behaviour(
  'POST /v1/terminal/readers/{reader}/collect_payment_method',
  ({ params, body }, world) => {
    const reader = world.readers.get(params.reader, 'reader')
    const intent = presentedIntent(world, body.payment_intent)
    checkTakes(reader, 'pay')
    checkAwaits(intent)
    const { allow_redisplay: _, ...config } = body.collect_config ?? {}
    const details = { payment_intent: intent.id, ...(body.collect_config && { collect_config: config }) }
    return begin(world, reader, { type: 'collect_payment_method', collect_payment_method: details })
  },
)

/**
 * Charges the card that was taken, which needs no person: the reader authorizes it a little later.
 * @throws see `processPayment` @source https://docs.stripe.com/api/terminal/readers/confirm_payment_intent (read 2026-11)
 */
export const confirmAtReader = behaviour(
  'POST /v1/terminal/readers/{reader}/confirm_payment_intent',
  ({ params, body, call }, world) => {
    const reader = world.readers.get(params.reader, 'reader')
    const intent = presentedIntent(world, body.payment_intent)
    checkTakes(reader, 'confirm')
    checkConfirmable(world, intent)
    const { host, origin } = call
    world.port.schedule('reader authorizes', world.port.now() + AUTHORIZED_AFTER, { reader: reader.id, host, origin })
    const details = { payment_intent: intent.id, ...(body.confirm_config && { confirm_config: body.confirm_config }) }
    return begin(world, reader, { type: 'confirm_payment_intent', confirm_payment_intent: details })
  },
)

/** Has a reader take a card to be kept for later. @throws see `processPayment` @source https://docs.stripe.com/api/terminal/readers/process_setup_intent (read 2026-11) */
export const processSetup = behaviour(
  'POST /v1/terminal/readers/{reader}/process_setup_intent',
  ({ params, body }, world) => {
    const reader = world.readers.get(params.reader, 'reader')
    const intent = world.setupIntents.named(body.setup_intent, 'setup_intent')
    checkTakes(reader, 'set up')
    checkSetup(intent)
    const details = { setup_intent: intent.id, ...(body.process_config && { process_config: body.process_config }) }
    return begin(world, reader, { type: 'process_setup_intent', process_setup_intent: details })
  },
)
