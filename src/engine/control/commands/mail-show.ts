import { command } from '../command.js'
import { mailBody, mailPage } from '../mail/mail-page.js'
import { mailNamed } from '../mail/read-mail.js'

/** One message whole: headers, HTML, text, attachments, and as it would go over SMTP. */
export const showMail = command({
  run: ({ world, params }) => {
    const { at, ...rest } = mailNamed(world, params.vendor ?? '', params.id ?? '')
    return { vendor: params.vendor, at: new Date(at).toISOString(), ...rest }
  },
})

/** The same for a person. */
export const showMailPage = command({
  run: ({ world, params }) => mailPage(mailNamed(world, params.vendor ?? '', params.id ?? '')),
})

/** What stands in the page's frame. */
export const showMailBody = command({
  run: ({ world, params }) => mailBody(mailNamed(world, params.vendor ?? '', params.id ?? '')),
})
