import { behaviour, behaviourWithBefore } from '../../api.js'
import { failure, invalidFields } from '../error-table.js'
import type { Webhook } from '../rows.js'
import { type Transactional, transactionalOf } from '../transactional.js'
import { checkUrl } from './check-url.js'
import { EVENT_TYPES, eventNamed, insertWebhook, renderWebhook } from './webhook.js'

/** @source https://mailchimp.com/developer/transactional/api/webhooks/list-webhooks/ (read 2026-11) */
export const listWebhooks = behaviour('POST /api/1.0/webhooks/list', (_, world) => {
  const tx = transactionalOf(world)
  return tx.webhooks
    .all()
    .filter(({ hidden }) => !hidden)
    .map((hook) => renderWebhook(tx, hook))
})

/**
 * Adds a webhook, once its URL has answered: to HEAD, or else to a POST of no events signed with the key `test-webhook`.
 * @throws ValidationError  @source https://mailchimp.com/developer/transactional/api/webhooks/add-webhook/ (read 2026-11)
 */
export const addWebhook = behaviourWithBefore(
  'POST /api/1.0/webhooks/add',
  ({ body }, world) => checkUrl(transactionalOf(world), body.url),
  ({ body }, world) => {
    const tx = transactionalOf(world)
    const { url, description = null } = body
    return renderWebhook(tx, insertWebhook(tx, { url, description, events: eventsOf(body.events) }))
  },
)

/** @throws Unknown_Webhook  @source https://mailchimp.com/developer/transactional/api/webhooks/get-webhook-info/ (read 2026-11) */
export const webhookInfo = behaviour('POST /api/1.0/webhooks/info', ({ body }, world) => {
  const tx = transactionalOf(world)
  return renderWebhook(tx, named(tx, body.id))
})

/** Its URL is checked as that of a new one. @throws Unknown_Webhook, ValidationError  @source https://mailchimp.com/developer/transactional/api/webhooks/update-webhook/ (read 2026-11) */
export const updateWebhook = behaviourWithBefore(
  'POST /api/1.0/webhooks/update',
  ({ body }, world) => {
    named(transactionalOf(world), body.id)
    return checkUrl(transactionalOf(world), body.url)
  },
  ({ body }, world) => {
    const tx = transactionalOf(world)
    const hook = tx.webhooks.put({
      ...named(tx, body.id),
      url: body.url,
      ...(body.description !== undefined && { description: body.description }),
      ...(body.events && { events: eventsOf(body.events) }),
    })
    return renderWebhook(tx, hook)
  },
)

/** @throws Unknown_Webhook  @source https://mailchimp.com/developer/transactional/api/webhooks/delete-webhook/ (read 2026-11) */
export const deleteWebhook = behaviour('POST /api/1.0/webhooks/delete', ({ body }, world) => {
  const tx = transactionalOf(world)
  const hook = named(tx, body.id)
  const rendered = renderWebhook(tx, hook)
  tx.webhooks.delete(hook.id)
  return rendered
})

function named(tx: Transactional, number: number): Webhook {
  const hook = tx.webhooks.find(`mandrill:${number}`)
  if (!hook || hook.hidden) throw failure('Unknown_Webhook', `Unknown hook ID ${number}`)
  return hook
}

/** @throws ValidationError for what is no event; @unverified its words, and that none at all means send */
function eventsOf(events: readonly string[] | null | undefined): string[] {
  const known: readonly string[] = EVENT_TYPES
  const wrong = (events ?? []).find((name) => !known.includes(eventNamed(name)))
  if (wrong !== undefined) throw invalidFields({ events: `'${wrong}' is no event` })
  return events && events.length > 0 ? [...events] : ['send']
}
