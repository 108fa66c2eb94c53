import type { Mailing, Message, Recipient } from '../rows.js'
import type { Transactional } from '../transactional.js'
import { unsubscribeLink } from './links.js'
import { renderMessage } from './render.js'

/** The headers of a message in the order in which they are sent. What the caller gave goes before what is made here. */
export function headersOf(
  tx: Transactional,
  { mailing, message }: { readonly mailing: Mailing; readonly message: Message },
): [name: string, value: string][] {
  const { id: publicId } = tx.account
  const rendered = renderMessage(publicId, mailing, message)
  const domain = mailing.from.split('@').at(-1) || 'mandrillapp.com'
  const headers = new Map<string, [string, string]>()
  const set = (name: string, value: string) => headers.set(name.toLowerCase(), [name, value])
  set('Date', new Date(message.at).toUTCString().replace('GMT', '+0000'))
  set('From', mailbox(mailing.from, rendered.fromName))
  for (const [name, value] of Object.entries(shownRecipients(mailing, message))) set(name, value)
  set('Subject', rendered.subject)
  set('Message-Id', `<${message.id}@${domain}>`)
  if (rendered.unsubscribes) set('List-Unsubscribe', `<${unsubscribeLink(mailing.origin, publicId, message.id, '')}>`)
  set('X-Mandrill-User', `md_${publicId}`)
  for (const [name, value] of Object.entries(mailing.headers)) set(name, value)
  return [...headers.values()]
}

/** Each recipient sees only the own address, unless the message preserves them; who gets a blind copy is never seen. */
function shownRecipients({ to, preserveRecipients }: Mailing, { email, name }: Message): Record<string, string> {
  if (!preserveRecipients) return { To: mailbox(email, name) }
  const of = (type: Recipient['type']) =>
    to
      .filter((recipient) => recipient.type === type)
      .map((recipient) => mailbox(recipient.email, recipient.name))
      .join(', ')
  const cc = of('cc')
  return { To: of('to') || 'undisclosed-recipients:;', ...(cc && { Cc: cc }) }
}

function mailbox(email: string, name: string | null): string {
  if (!name) return email
  return /^[\w .-]+$/.test(name) ? `${name} <${email}>` : `"${name.replace(/(["\\])/g, '\\$1')}" <${email}>`
}
