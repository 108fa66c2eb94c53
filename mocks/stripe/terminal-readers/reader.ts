import { lifecycle, type VendorError } from '../../../src/engine/kit.js'
import type { Reader } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { Decline } from '../test-cards/declines.js'
import type { StripeWorld } from '../world.js'
import { READER_MESSAGES } from './messages.js'

export type ReaderAction = NonNullable<Reader['action']>
export type State =
  | 'idle'
  | 'displaying'
  | 'awaiting payment'
  | 'awaiting card'
  | 'collecting inputs'
  | 'authorizing'
  | 'succeeded'
  | 'failed'
/** `pay` and `collect` await a card for a payment, `set up` and `refund` for something else. */
export type Action = 'pay' | 'set up' | 'refund' | 'confirm' | 'display' | 'ask' | 'present' | 'answer' | 'cancel'

const STATES: readonly State[] = [
  'idle',
  'displaying',
  'awaiting payment',
  'awaiting card',
  'collecting inputs',
  'authorizing',
  'succeeded',
  'failed',
]
const FREE: readonly State[] = ['idle', 'displaying', 'succeeded', 'failed']

/**
 * A reader does one thing at a time. A payment that no card was presented for yet gives way to another; what is being authorized can
 * neither be replaced nor canceled.
 * @source https://docs.stripe.com/terminal/payments/collect-card-payment#reader-busy (read 2026-11); @unverified that a payment gives way to
 * payments only, and that there is something to cancel where nothing is under way
 */
export const readerLifecycle = lifecycle<State, Action>(STATES, {
  pay: { from: [...FREE, 'awaiting payment'], to: ['awaiting payment'] },
  'set up': { from: FREE, to: ['awaiting card'] },
  refund: { from: FREE, to: ['awaiting card'] },
  confirm: { from: FREE, to: ['authorizing', 'succeeded', 'failed'] },
  display: { from: FREE, to: ['displaying'] },
  ask: { from: FREE, to: ['collecting inputs'] },
  present: { from: ['awaiting payment', 'awaiting card'], to: ['succeeded', 'failed'] },
  answer: { from: ['collecting inputs'], to: ['succeeded', 'failed'] },
  cancel: { from: STATES.filter((state) => state !== 'authorizing'), to: ['idle'] },
})

const UNDER_WAY: Readonly<Record<string, State>> = {
  collect_inputs: 'collecting inputs',
  collect_payment_method: 'awaiting payment',
  confirm_payment_intent: 'authorizing',
  process_payment_intent: 'awaiting payment',
  set_reader_display: 'displaying',
}

export function stateOf({ action }: Reader): State {
  if (!action) return 'idle'
  if (action.status === 'in_progress') return UNDER_WAY[action.type] ?? 'awaiting card'
  return action.status === 'failed' ? 'failed' : 'succeeded'
}

function notTaken(code: keyof typeof READER_MESSAGES): VendorError {
  return invalidRequest(READER_MESSAGES[code], { code })
}

/** @throws terminal_reader_offline, terminal_reader_busy (400) */
export function checkTakes(reader: Reader, action: Action): void {
  if (reader.status === 'offline') throw notTaken('terminal_reader_offline')
  if (!readerLifecycle.allows(stateOf(reader), action)) throw notTaken('terminal_reader_busy')
}

/** What a reader is told to do: its answer comes when a person has acted. */
export function begin(
  world: StripeWorld,
  { id }: Reader,
  task: Omit<ReaderAction, 'api_error' | 'failure_code' | 'failure_message' | 'status'>,
): Reader {
  const action = { api_error: null, failure_code: null, failure_message: null, status: 'in_progress' as const, ...task }
  return world.readers.update(id, { action })
}

interface Failure {
  readonly code: string
  readonly message: string
  readonly error?: ReaderAction['api_error']
}

/** @emits terminal.reader.action_succeeded */
export function succeed(world: StripeWorld, reader: Reader, more: Partial<ReaderAction> = {}): Reader {
  const done = world.readers.update(reader.id, {
    action: { ...(reader.action as ReaderAction), ...more, status: 'succeeded' },
  })
  world.emit('terminal.reader.action_succeeded', done)
  return done
}

/** @emits terminal.reader.action_failed */
export function fail(world: StripeWorld, reader: Reader, { code, message, error = null }: Failure): Reader {
  const failed = world.readers.update(reader.id, {
    action: {
      ...(reader.action as ReaderAction),
      api_error: error,
      failure_code: code,
      failure_message: message,
      status: 'failed',
    },
  })
  world.emit('terminal.reader.action_failed', failed)
  return failed
}

/** The failure of an action whose card was declined. */
export function declinedBy(decline: Decline, error: ReaderAction['api_error']): Failure {
  return { code: decline.code, message: decline.message, error }
}
