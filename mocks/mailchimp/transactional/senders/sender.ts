import type { Message } from '../rows.js'
import { countsOf, messagesWith } from '../tags/counts.js'
import { stamp, type Transactional } from '../transactional.js'

/** Addresses that mail was sent from, and when first, in Unix milliseconds. */
export function sendersOf(tx: Transactional): Map<string, number> {
  const senders = new Map<string, number>()
  for (const { from, test, channel, id } of tx.mailings.all()) {
    if (test || channel !== 'email' || from === '' || senders.has(from.toLowerCase())) continue
    senders.set(from.toLowerCase(), tx.messages.where('mailing', id)[0]?.createdAt ?? tx.now())
  }
  return senders
}

export function messagesFrom(tx: Transactional, address: string): Message[] {
  const wanted = address.toLowerCase()
  return [...messagesWith(tx, ({ from }) => from.toLowerCase() === wanted)]
}

export function renderSender(tx: Transactional, address: string, messages = messagesFrom(tx, address)) {
  const first = messages.reduce((least, { createdAt }) => Math.min(least, createdAt), tx.now())
  return { address, created_at: stamp(first), ...countsOf(messages) }
}
