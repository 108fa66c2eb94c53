import { behaviour } from '../../api.js'
import { parseMailboxes } from '../mime/address.js'
import { headerOf, parseMime } from '../mime/parse-mime.js'

/**
 * Takes a MIME document apart. Pictures stand among the images, all else among the attachments.
 * @source https://mailchimp.com/developer/transactional/api/messages/parse-mime-document/ (read 2026-11)
 */
export const parse = behaviour('POST /api/1.0/messages/parse', ({ body }) => {
  const mime = parseMime(body.raw_message)
  const [from] = parseMailboxes(headerOf(mime.headers, 'from') ?? '')
  const isImage = ({ type }: { type: string }) => type.startsWith('image/')
  return {
    subject: headerOf(mime.headers, 'subject') ?? null,
    from_email: from?.email ?? '',
    from_name: from?.name ?? '',
    to: parseMailboxes(headerOf(mime.headers, 'to') ?? ''),
    headers: mime.headers,
    text: mime.text ?? '',
    text_flowed: mime.textFlowed,
    html: mime.html ?? null,
    attachments: mime.attachments.filter((file) => !isImage(file)),
    images: mime.attachments.filter(isImage).map(({ name, type, content }) => ({ name, type, content })),
  }
})
