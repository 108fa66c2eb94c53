import type { Mailing } from './rows.js'
import type { Transactional } from './transactional.js'

/**
 * Takes away what Transactional knows of an address: messages to it, its places on the denylist and the allowlist, what webhooks
 * are told of it, its lines in exports. Of what went to others too, everything that names it goes.
 */
export function forgetRecipient(tx: Transactional, address: string): void {
  const email = address.toLowerCase()
  const names = namesOf(email)
  forgetMessages(tx, email, names)
  forgetLists(tx, email, names)
  for (const table of [tx.notices, tx.pending]) {
    for (const row of table.all()) if (names(row)) table.delete(row.id)
  }
  for (const batch of tx.batches.all()) {
    if (names(batch)) tx.batches.put({ ...batch, events: batch.events.filter((event) => !names(event)) })
  }
  for (const row of tx.exports.all()) {
    if (!names(row)) continue
    const csv = row.csv === null ? null : linesWithout(row.csv, names)
    tx.exports.put({ ...row, csv, filter: {}, notify: names(row.notify) ? null : row.notify })
  }
}

function forgetMessages(tx: Transactional, email: string, names: Names): void {
  const mailings = new Set<string>()
  for (const message of tx.messages.all()) {
    if (message.email.toLowerCase() !== email) continue
    if (message.timer !== undefined) tx.port.cancel(message.timer)
    tx.messages.delete(message.id)
    mailings.add(message.mailing)
  }
  const sentTo = new Set(tx.messages.all().map(({ mailing }) => mailing))
  for (const mailing of tx.mailings.all()) {
    if (mailings.has(mailing.id) && !sentTo.has(mailing.id)) tx.mailings.delete(mailing.id)
    else if (names(mailing)) tx.mailings.put(without(mailing, email, names))
  }
}

/** Their places on both lists; of somebody else's only what is said of it, where it names them. */
function forgetLists(tx: Transactional, email: string, names: Names): void {
  for (const reject of tx.rejects.all()) {
    if (reject.email.toLowerCase() === email) tx.rejects.delete(reject.id)
    else if (names(reject.detail)) tx.rejects.put({ ...reject, detail: '' })
  }
  for (const allowed of tx.allowed.all()) {
    if (allowed.id.toLowerCase() === email) tx.allowed.delete(allowed.id)
    else if (names(allowed.detail)) tx.allowed.put({ ...allowed, detail: '' })
  }
}

type Names = (value: unknown) => boolean

/** Whether the address stands somewhere in a value, also as a key or in a URL; not as a part of a longer one. */
function namesOf(email: string): Names {
  const forms = [email, encodeURIComponent(email)].map((form) => form.replace(/[^\w@%]/g, '\\$&'))
  const pattern = new RegExp(`(?<![\\w.+%-])(?:${forms.join('|')})(?!\\.?[\\w-])`, 'i')
  const names: Names = (value) => {
    if (typeof value === 'string') return pattern.test(value)
    if (typeof value !== 'object' || value === null) return false
    return Object.entries(value).some(([key, inner]) => pattern.test(key) || names(inner))
  }
  return names
}

/** A mailing that others got too. What of its words names the address is not told to anybody any more. */
function without(mailing: Mailing, email: string, names: Names): Mailing {
  const others = <T>(byAddress: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(byAddress).filter(([address, value]) => address !== email && !names(value)))
  const kept = (text: string | null) => (names(text) ? null : text)
  return {
    ...mailing,
    to: mailing.to.filter((recipient) => recipient.email.toLowerCase() !== email),
    subject: kept(mailing.subject) ?? '',
    html: kept(mailing.html),
    text: kept(mailing.text),
    headers: others(mailing.headers),
    metadata: others(mailing.metadata),
    recipientMetadata: others(mailing.recipientMetadata),
    globals: mailing.globals.filter((variable) => !names(variable)),
    vars: others(mailing.vars),
    bcc: kept(mailing.bcc),
  }
}

/** A record of CSV may have several lines, in quotes. */
function linesWithout(csv: string, names: Names): string {
  const records = csv.match(/(?:"(?:[^"]|"")*"|[^"\n])*\n?/g) ?? []
  return records.filter((record) => record !== '' && !names(record)).join('')
}
