import { behaviourWithBefore } from '../api.js'
import { askUrlOf, checkAnswer, checkDistinct } from './check-url.js'
import { findWebhook, renderWebhook } from './webhook.js'

/** Changes an endpoint; a new URL is asked like that of a new one. @throws ResourceNotFound (404), InvalidResource (400)  @source https://mailchimp.com/developer/marketing/api/list-webhooks/update-webhook/ (read 2026-11) */
export const update = behaviourWithBefore(
  'PATCH /3.0/lists/{list_id}/webhooks/{webhook_id}',
  ({ body }, world) => askUrlOf(world, body),
  ({ params, body, prior, call }, world) => {
    const before = findWebhook(world, params.list_id, params.webhook_id)
    const { url = before.url } = body
    const others = world.webhooks.where('parent', before.parent).filter(({ id }) => id !== before.id)
    checkDistinct(url, others)
    checkAnswer(prior)
    const events = { ...before.events, ...given(body.events) }
    const sources = { ...before.sources, ...given(body.sources) }
    return renderWebhook(world, world.webhooks.put({ ...before, url, events, sources }), call.origin)
  },
)

function given(flags: Readonly<Record<string, boolean | undefined>> = {}): Record<string, boolean> {
  return Object.fromEntries(Object.entries(flags).flatMap(([name, on]) => (on === undefined ? [] : [[name, on]])))
}
