import type { Mail, MailHead, MailRules } from '../../src/engine/kit.js'
import type { Mail as MarketingMail } from './members/mail.js'
import { transactionalMail } from './transactional/mail/outbox.js'
import { renderMime } from './transactional/mime/render-mime.js'
import type { MailchimpWorld } from './world.js'

/** @unverified where Marketing's own mail comes from */
const VENDOR = 'no-reply@mailchimp.com'

/** What both APIs sent: of Marketing, confirmations and tests; campaigns are seen in their archive. */
export const mail: MailRules<MailchimpWorld> = {
  list: (world, filter) => {
    const wanted = filter.to?.toLowerCase() ?? ''
    const { rows } = world.mails.page({ limit: filter.limit, filter: ({ owner }) => owner.includes(wanted) })
    return [...transactionalMail.list(world, filter), ...rows.map(headOf)]
  },
  find: (world, id) => {
    const found = world.mails.find(id)
    return found ? whole(found) : transactionalMail.find(world, id)
  },
}

function headOf({ id, to, subject, sentAt }: MarketingMail): MailHead {
  return { id, at: Date.parse(sentAt), from: VENDOR, to, subject, state: 'sent' }
}

function whole(found: MarketingMail): Mail {
  const { id, to, subject, html, text } = found
  const headers: [string, string][] = [
    ['From', VENDOR],
    ['To', to],
    ['Subject', subject],
  ]
  const raw = renderMime({ headers, html, text, attachments: [], boundary: id })
  return { ...headOf(found), headers, html, text, attachments: [], raw }
}
