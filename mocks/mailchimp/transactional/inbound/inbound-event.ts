import { parseMailboxes } from '../mime/address.js'
import { headerOf, type ParsedMime } from '../mime/parse-mime.js'
import type { Transactional } from '../transactional.js'

interface Inbound {
  readonly email: string
  readonly raw: string
  readonly mime: ParsedMime
  /** Of the SMTP envelope. */
  readonly from: string | null
}

/** Says that mail came in, to the webhook of its route. @source https://mailchimp.com/developer/transactional/docs/webhooks/#inbound-messages (read 2026-11); @unverified checks of SPF and DKIM, which pass nothing here */
export function tellInbound(tx: Transactional, hook: string, { email, raw, mime, from }: Inbound): void {
  const [sender] = parseMailboxes(headerOf(mime.headers, 'from') ?? '')
  const list = (name: string) =>
    parseMailboxes(headerOf(mime.headers, name) ?? '').map((mailbox) => [mailbox.email, mailbox.name])
  const isImage = ({ type }: { type: string }) => type.startsWith('image/')
  const byName = (files: ParsedMime['attachments']) =>
    Object.fromEntries(
      files.map(({ name, type, content, binary }) => [name, { name, type, content, base64: binary }] as const),
    )
  const images = mime.attachments.filter(isImage)
  const others = mime.attachments.filter((file) => !isImage(file))
  const msg = {
    raw_msg: raw,
    headers: mime.headers,
    text: mime.text ?? '',
    ...(mime.html !== undefined && { html: mime.html }),
    from_email: sender?.email ?? from ?? '',
    from_name: sender?.name ?? null,
    to: list('to'),
    cc: list('cc'),
    email,
    subject: headerOf(mime.headers, 'subject') ?? null,
    tags: [],
    sender: null,
    text_flowed: mime.textFlowed,
    template: null,
    spam_report: { score: 0, matched_rules: [] },
    spf: { result: 'none', detail: '' },
    dkim: { signed: false, valid: false },
    ...(others.length > 0 && { attachments: byName(others) }),
    ...(images.length > 0 && { images: byName(images) }),
  }
  const payload = { event: 'inbound', ts: tx.seconds(), msg }
  tx.port.emit('inbound', payload, { api: 'transactional', route: hook })
}
