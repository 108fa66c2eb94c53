import type { Mail, MailFilter, MailHead, MailRules } from '../../../../src/engine/kit.js'
import type { MailchimpWorld } from '../../world.js'
import { headersOf } from '../messages/headers.js'
import { renderMessage, renderSubject } from '../messages/render.js'
import { renderMime } from '../mime/render-mime.js'
import type { Mailing, Message, Notice } from '../rows.js'
import { type Transactional, transactionalOf } from '../transactional.js'

/** What Transactional sent, with what the vendor wrote itself. */
export const transactionalMail: MailRules<MailchimpWorld> = {
  list: (world, filter) => {
    const tx = transactionalOf(world)
    const heads = [...messages(tx, filter), ...notices(tx, filter)]
    return heads.sort((a, b) => b.at - a.at).slice(0, filter.limit)
  },
  find: (world, id) => {
    const tx = transactionalOf(world)
    const notice = tx.notices.find(id)
    if (notice) return ofNotice(notice)
    const message = tx.messages.find(id)
    const mailing = message && tx.mailings.find(message.mailing)
    return message && mailing && ofMessage(tx, mailing, message)
  },
}

function fits(address: string, { to }: MailFilter): boolean {
  return to === undefined || address.toLowerCase().includes(to.toLowerCase())
}

function messages(tx: Transactional, filter: MailFilter): MailHead[] {
  const { rows } = tx.messages.page({ limit: filter.limit, filter: ({ email }) => fits(email, filter) })
  return rows.flatMap((message) => {
    const mailing = tx.mailings.find(message.mailing)
    return mailing ? [headOf(tx, mailing, message)] : []
  })
}

function headOf(tx: Transactional, mailing: Mailing, message: Message): MailHead {
  const { id, at, email, state } = message
  return { id, at, from: mailing.from, to: email, subject: renderSubject(tx.account.id, mailing, message), state }
}

function notices(tx: Transactional, filter: MailFilter): MailHead[] {
  const { rows } = tx.notices.page({ limit: filter.limit, filter: ({ to }) => fits(to, filter) })
  return rows.map(headOfNotice)
}

/** @unverified where the vendor's own mail comes from */
const VENDOR = 'no-reply@mandrillapp.com'

function headOfNotice({ id, at, to, subject }: Notice): MailHead {
  return { id, at, from: VENDOR, to, subject, state: 'sent' }
}

function ofMessage(tx: Transactional, mailing: Mailing, message: Message): Mail {
  const { html, text } = renderMessage(tx.account.id, mailing, message)
  const headers = headersOf(tx, { mailing, message })
  const files = [...mailing.attachments, ...mailing.images]
  return {
    ...headOf(tx, mailing, message),
    headers,
    html,
    text,
    attachments: files.map(({ name, type, content }) => ({ name, type, bytes: Buffer.from(content, 'base64').length })),
    raw: renderMime({ headers, html, text, attachments: files, boundary: message.id }),
  }
}

function ofNotice(notice: Notice): Mail {
  const headers: [string, string][] = [
    ['From', VENDOR],
    ['To', notice.to],
    ['Subject', notice.subject],
  ]
  const { html } = notice
  const raw = renderMime({ headers, html, text: null, attachments: [], boundary: notice.id })
  return { ...headOfNotice(notice), headers, html, text: null, attachments: [], raw }
}
