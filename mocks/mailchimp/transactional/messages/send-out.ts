import type { Mailing, Message, MessageState, QueuedReason, RejectCause } from '../rows.js'
import type { Transactional } from '../transactional.js'
import { bounce, complain } from './happenings.js'
import { tellOf } from './message-event.js'
import { judge, TEST_ADDRESSES } from './outcome.js'

/** How long until a message is delivered, and until a recipient complains, in milliseconds on the world's clock. @unverified */
const DELIVERY = 1000
const COMPLAINT = 60_000
/** How long a message waits that is sent in the background. @unverified */
const BACKGROUND = 1000
/** Recipients of one call that are sent at once. @source the vendor's description of messages/send: more are always sent in the background */
const MOST_AT_ONCE = 10

export interface Timing {
  readonly async: boolean
  /** Unix milliseconds. */
  readonly sendAt: number | undefined
}

/** Makes a message for each recipient of a mailing and sends it, or keeps it for later. */
export function sendOut(tx: Transactional, mailing: Mailing, { async, sendAt }: Timing): Message[] {
  const later = sendAt !== undefined && sendAt > tx.now()
  const background = backgroundReason(mailing, async)
  return mailing.to.map(({ email, name, type }) => {
    const message = tx.messages.insert({
      id: tx.newId(),
      mailing: mailing.id,
      email,
      name,
      type,
      state: later ? 'scheduled' : 'queued',
      createdAt: tx.now(),
      at: later ? sendAt : tx.now(),
      rejectReason: null,
      queuedReason: background ?? null,
      opens: [],
      clicks: [],
      smtp: [],
      diag: null,
      bounce: null,
    })
    if (later) return schedule(tx, message, sendAt)
    return background === undefined ? attempt(tx, mailing, message) : schedule(tx, message, tx.now() + BACKGROUND)
  })
}

/** Why a mailing is sent in the background: null where the caller wants it so, undefined where it is not. */
function backgroundReason(mailing: Mailing, async: boolean): QueuedReason | null | undefined {
  if (mailing.to.length > MOST_AT_ONCE) return 'multiple-recipients'
  if (mailing.attachments.length > 0) return 'attachments'
  return async ? null : undefined
}

export function schedule(tx: Transactional, message: Message, at: number): Message {
  if (message.timer !== undefined) tx.port.cancel(message.timer)
  const timer = tx.port.schedule('mandrill.send', at, { message: message.id })
  return tx.messages.update(message.id, { timer })
}

/** The job that sends what was queued or scheduled. */
export function sendLater(tx: Transactional, id: unknown): void {
  const message = tx.messages.find(String(id))
  const mailing = message && tx.mailings.find(message.mailing)
  if (!message || !mailing || (message.state !== 'queued' && message.state !== 'scheduled')) return
  attempt(tx, mailing, message)
}

/** Sends a message now, unless something is against it. */
export function attempt(tx: Transactional, mailing: Mailing, message: Message): Message {
  const verdict = judge(tx, mailing, message)
  const { timer: _, ...rest } = message
  if (verdict.kind === 'queue') {
    const queued = tx.messages.put({ ...rest, state: 'queued', queuedReason: verdict.reason })
    return verdict.until === undefined ? queued : schedule(tx, queued, verdict.until)
  }
  const now = tx.now()
  const after: { state: MessageState; rejectReason: RejectCause | null } =
    verdict.kind === 'reject'
      ? { state: 'rejected', rejectReason: verdict.reason }
      : { state: 'sent', rejectReason: null }
  const done = tx.messages.put({
    ...rest,
    ...after,
    at: now,
    queuedReason: null,
    smtp: verdict.kind === 'send' ? [{ ts: tx.seconds(), type: 'sent', diag: '250 OK' }] : [],
  })
  if (verdict.kind === 'send') {
    tellOf(tx, 'send', mailing, done)
    tx.port.schedule('mandrill.deliver', now + DELIVERY, { message: done.id })
  } else if (verdict.reason !== 'invalid') tellOf(tx, 'reject', mailing, done)
  return done
}

/** The job that says how the recipient's server took a message. */
export function deliver(tx: Transactional, id: unknown): void {
  const message = tx.messages.find(String(id))
  const mailing = message && tx.mailings.find(message.mailing)
  if (!message || !mailing || message.state !== 'sent') return
  const address = message.email.toLowerCase()
  if (address === TEST_ADDRESSES.hardBounce) bounce(tx, mailing, message, 'hard')
  else if (address === TEST_ADDRESSES.softBounce) bounce(tx, mailing, message, 'soft')
  else {
    const event = { ts: tx.seconds(), type: 'delivered', diag: '250 2.0.0 OK' } as const
    const delivered = tx.messages.put({ ...message, smtp: [...message.smtp, event] })
    tellOf(tx, 'delivered', mailing, delivered)
    if (address === TEST_ADDRESSES.spam)
      tx.port.schedule('mandrill.complain', tx.now() + COMPLAINT, { message: message.id })
  }
}

/** The job that has a recipient complain. */
export function complainLater(tx: Transactional, id: unknown): void {
  const message = tx.messages.find(String(id))
  const mailing = message && tx.mailings.find(message.mailing)
  if (message && mailing) complain(tx, mailing, message)
}
