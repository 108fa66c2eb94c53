import { behaviourWithBefore } from '../api.js'
import { findList } from '../lists/list.js'
import { keyOf } from '../resources/row.js'
import { askUrlOf, checkAnswer, checkDistinct } from './check-url.js'
import { eventsOf, flagsOf, newSecret, renderWebhook, SOURCES } from './webhook.js'

/**
 * Adds an endpoint, which must answer a GET with 200. What is sent to it is signed, with the secret that is shown now only;
 * `signing_enabled: false` makes one of the older kind, that is not.
 * @throws ResourceNotFound (404), InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/api/list-webhooks/add-webhook/ (read 2026-11); @unverified that signing can be declined so
 */
export const create = behaviourWithBefore(
  'POST /3.0/lists/{list_id}/webhooks',
  ({ body }, world) => askUrlOf(world, body),
  ({ params, body, prior, call }, world) => {
    const { id } = findList(world, params.list_id)
    const url = body.url
    checkDistinct(url, world.webhooks.where('parent', id))
    checkAnswer(prior)
    const webhookId = world.port.random.hex(10)
    const webhook = world.webhooks.insert({
      id: keyOf(id, webhookId),
      parent: id,
      webhookId,
      url,
      events: eventsOf(body.events),
      sources: flagsOf(SOURCES, body.sources),
      secret: body.signing_enabled === false ? null : newSecret(world),
    })
    return renderWebhook(world, webhook, call.origin, true)
  },
)
