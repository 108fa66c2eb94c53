import type { StateHandler } from '../../../src/engine/kit.js'
import { deny } from '../transactional/rejects/denylist.js'
import { insertTemplate } from '../transactional/templates/save-template.js'
import { transactionalOf } from '../transactional/transactional.js'
import { EVENT_TYPES, insertWebhook } from '../transactional/webhooks/webhook.js'
import type { MailchimpWorld } from '../world.js'

type Params = Readonly<Record<string, unknown>>

/** States of Transactional. */
export const transactionalHandlers: readonly StateHandler<MailchimpWorld>[] = [
  { name: 'a mail template {name} exists', setUp: template },
  { name: 'mail to {email} is rejected', setUp: rejected },
  { name: 'a Transactional endpoint is told of {events}', setUp: listens },
]

function template({ name, code, subject }: Params, world: MailchimpWorld): Record<string, string> {
  insertTemplate(transactionalOf(world), {
    name: String(name),
    code: typeof code === 'string' ? code : '<p mc:edit="main">Hello</p>',
    subject: typeof subject === 'string' ? subject : 'Hello',
    from_email: 'shop@example.com',
  })
  return {}
}

function rejected({ email }: Params, world: MailchimpWorld): Record<string, string> {
  const detail = 'of a contract'
  deny(transactionalOf(world), { email: String(email), reason: 'custom', detail, sender: null, subaccount: null })
  return {}
}

function listens({ events, url }: Params, world: MailchimpWorld): Record<string, string> {
  const wanted = String(events).split(/,\s*/)
  const known = EVENT_TYPES.filter((type) => wanted.includes(type))
  insertWebhook(transactionalOf(world), { url: String(url), events: known.length > 0 ? known : EVENT_TYPES })
  return {}
}
