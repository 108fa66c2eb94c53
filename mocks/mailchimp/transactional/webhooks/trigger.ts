import { SandboxError } from '../../../../src/engine/kit.js'
import { bounce, click, complain, defer, open, unsubscribe } from '../messages/happenings.js'
import { tellOf } from '../messages/message-event.js'
import type { Mailing, Message } from '../rows.js'
import type { Transactional } from '../transactional.js'

const VISIT = { ip: '127.0.0.1', ua: 'Standin' }

const HAPPENINGS: Readonly<Record<string, (tx: Transactional, mailing: Mailing, message: Message) => void>> = {
  send: (tx, mailing, message) => tellOf(tx, 'send', mailing, message),
  delivered: (tx, mailing, message) => tellOf(tx, 'delivered', mailing, message),
  reject: (tx, mailing, message) => tellOf(tx, 'reject', mailing, message),
  deferral: (tx, mailing, message) => void defer(tx, mailing, message),
  hard_bounce: (tx, mailing, message) => void bounce(tx, mailing, message, 'hard'),
  soft_bounce: (tx, mailing, message) => void bounce(tx, mailing, message, 'soft'),
  spam: (tx, mailing, message) => void complain(tx, mailing, message),
  unsub: (tx, mailing, message) => void unsubscribe(tx, mailing, message),
  open: (tx, mailing, message) => void open(tx, mailing, message, VISIT),
  click: (tx, mailing, message) => void click(tx, mailing, message, 'https://example.com/', VISIT),
}

/** What can be made to happen. */
export const TRIGGERED: readonly string[] = Object.keys(HAPPENINGS)

/** Whether an event can be made to happen. */
export function isTriggered(type: string): boolean {
  return Object.hasOwn(HAPPENINGS, type)
}

/** Has something happen to the message that was made last, with all that follows from it. @throws SANDBOX_BAD_INPUT, SANDBOX_NOT_FOUND */
export function trigger(tx: Transactional, type: string): void {
  const happen = Object.hasOwn(HAPPENINGS, type) ? HAPPENINGS[type] : undefined
  if (!happen) {
    throw new SandboxError(
      'SANDBOX_BAD_INPUT',
      `'${type}' cannot be triggered.`,
      `Take one of ${TRIGGERED.join(', ')}.`,
    )
  }
  const [message] = tx.messages.page({ limit: 1 }).rows
  const mailing = message && tx.mailings.find(message.mailing)
  if (!message || !mailing) {
    throw new SandboxError('SANDBOX_NOT_FOUND', 'There is no message that it could happen to.', 'Send one first.')
  }
  happen(tx, mailing, message)
}
