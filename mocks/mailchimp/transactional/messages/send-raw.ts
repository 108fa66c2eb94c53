import { behaviour } from '../../api.js'
import { parseMailboxes } from '../mime/address.js'
import { headerOf, type ParsedMime, parseMime } from '../mime/parse-mime.js'
import { transactionalOf } from '../transactional.js'
import { compose, type MessageInput, NO_DEFAULTS } from './compose.js'
import { deliverAll, senderOf, timingOf } from './send.js'

/** Headers that are made anew, or told apart from the message. */
const OWN = /^(?:from|to|cc|bcc|subject|date|message-id|mime-version|content-.*|received|return-path|x-mc-.*)$/i

/**
 * Sends a MIME document. Recipients are those of `to`, or of its headers; `X-MC-Tags`, `X-MC-Subaccount` and `X-MC-Metadata` count.
 * @throws ValidationError, Unknown_Subaccount, PaymentRequired  @emits as messages/send
 * @source https://mailchimp.com/developer/transactional/api/messages/send-mime-document/ (read 2026-11)
 */
export const sendRaw = behaviour('POST /api/1.0/messages/send-raw', ({ body, call }, world) => {
  const tx = transactionalOf(world)
  const mime = parseMime(body.raw_message)
  const timing = timingOf(tx, body)
  const [from] = parseMailboxes(headerOf(mime.headers, 'from') ?? '')
  const input: MessageInput = {
    ...inputOf(mime),
    from_email: body.from_email || from?.email || null,
    from_name: body.from_name || from?.name || null,
    to: body.to && body.to.length > 0 ? body.to.map((email) => ({ email })) : recipientsOf(mime),
  }
  return deliverAll(tx, compose(tx, input, NO_DEFAULTS, senderOf(call, body)), timing)
})

function inputOf(mime: ParsedMime): MessageInput {
  const of = (name: string) => headerOf(mime.headers, name)
  const tags = (of('x-mc-tags') ?? '').split(',').map((tag) => tag.trim())
  return {
    html: mime.html ?? null,
    text: mime.text ?? null,
    subject: of('subject') ?? '',
    headers: Object.fromEntries(Object.entries(mime.headers).filter(([name]) => !OWN.test(name))),
    tags: tags.filter((tag) => tag !== ''),
    subaccount: of('x-mc-subaccount') ?? null,
    metadata: metadataOf(of('x-mc-metadata')),
    attachments: mime.attachments.map(({ name, type, content, binary }) => ({
      name,
      type,
      content: binary ? content : Buffer.from(content).toString('base64'),
    })),
    // What a whole document says is not to be changed.
    auto_text: false,
  }
}

function recipientsOf({ headers }: ParsedMime) {
  return (['to', 'cc', 'bcc'] as const).flatMap((type) =>
    parseMailboxes(headerOf(headers, type) ?? '').map((mailbox) => ({ ...mailbox, type })),
  )
}

function metadataOf(header: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(header ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
