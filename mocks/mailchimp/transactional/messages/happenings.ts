import { deny } from '../rejects/denylist.js'
import type { Mailing, Message } from '../rows.js'
import type { Transactional } from '../transactional.js'
import { tellOf } from './message-event.js'

/** Where an opening or a click came from. */
export interface Visit {
  readonly ip: string
  readonly ua: string
}

const BOUNCES = {
  hard: {
    state: 'bounced',
    event: 'hard_bounce',
    reason: 'hard-bounce',
    bounce: 'bad_mailbox',
    diag: 'smtp;550 5.1.1 The email account that you tried to reach does not exist.',
  },
  soft: {
    state: 'soft-bounced',
    event: 'soft_bounce',
    reason: 'soft-bounce',
    bounce: 'mailbox_full',
    diag: 'smtp;452 4.2.2 The email account that you tried to reach is over quota.',
  },
} as const

/** The recipient's server sends a message back; its address comes on the denylist. @unverified the words of the diagnosis */
export function bounce(tx: Transactional, mailing: Mailing, message: Message, kind: keyof typeof BOUNCES): Message {
  const { state, event, reason, bounce: description, diag } = BOUNCES[kind]
  const bounced = tx.messages.put({
    ...message,
    state,
    bounce: description,
    diag,
    smtp: [...message.smtp, { ts: tx.seconds(), type: 'bounced', diag }],
  })
  if (!mailing.test)
    deny(tx, { email: message.email, reason, detail: diag, sender: null, subaccount: mailing.subaccount })
  tellOf(tx, event, mailing, bounced)
  return bounced
}

/** The recipient's server wants to be asked again later. */
export function defer(tx: Transactional, mailing: Mailing, message: Message): Message {
  const diag = '451 4.3.5 Temporarily unavailable, try again later.'
  const event = { ts: tx.seconds(), type: 'deferred', diag } as const
  const deferred = tx.messages.put({ ...message, state: 'deferred', smtp: [...message.smtp, event] })
  tellOf(tx, 'deferral', mailing, deferred)
  return deferred
}

/** The recipient calls a message spam. Denied is this sender alone. */
export function complain(tx: Transactional, mailing: Mailing, message: Message): Message {
  return refuseFurther(tx, mailing, message, 'spam')
}

/** The recipient wants no more mail from this sender. Twice is once. */
export function unsubscribe(tx: Transactional, mailing: Mailing, message: Message): Message {
  return message.state === 'unsub' ? message : refuseFurther(tx, mailing, message, 'unsub')
}

function refuseFurther(tx: Transactional, mailing: Mailing, message: Message, reason: 'spam' | 'unsub'): Message {
  const after = tx.messages.put({ ...message, state: reason })
  if (!mailing.test) {
    const sender = mailing.from.toLowerCase()
    deny(tx, { email: message.email, reason, detail: '', sender, subaccount: mailing.subaccount })
  }
  tellOf(tx, reason, mailing, after)
  return after
}

export function open(tx: Transactional, mailing: Mailing, message: Message, { ip, ua }: Visit): Message {
  const opened = tx.messages.put({ ...message, opens: [...message.opens, { ts: tx.seconds(), ip, ua }] })
  tellOf(tx, 'open', mailing, opened, { ip, user_agent: ua })
  return opened
}

/** @param url what the link led to */
export function click(tx: Transactional, mailing: Mailing, message: Message, url: string, { ip, ua }: Visit): Message {
  // A link that was followed was seen: a message is opened by its first click.
  const seen = message.opens.length > 0 ? message : open(tx, mailing, message, { ip, ua })
  const clicked = tx.messages.put({ ...seen, clicks: [...seen.clicks, { ts: tx.seconds(), url, ip, ua }] })
  tellOf(tx, 'click', mailing, clicked, { ip, user_agent: ua, url })
  return clicked
}
