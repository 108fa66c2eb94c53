import { behaviourWithBefore } from '../api.js'
import { askUrlOf, checkAnswer, checkDistinct } from '../webhooks/check-url.js'
import { findBatchWebhook, renderBatchWebhook } from './batch-webhook.js'

/** @throws ResourceNotFound (404), InvalidResource (400)  @source https://mailchimp.com/developer/marketing/api/batch-webhooks/update-batch-webhook/ (read 2026-11) */
export const update = behaviourWithBefore(
  'PATCH /3.0/batch-webhooks/{batch_webhook_id}',
  ({ body }, world) => askUrlOf(world, body),
  ({ params, body, prior, call }, world) => {
    const before = findBatchWebhook(world, params.batch_webhook_id)
    const { url = before.url, enabled = before.enabled } = body
    checkDistinct(
      url,
      world.batchWebhooks.all().filter(({ id }) => id !== before.id),
    )
    checkAnswer(prior)
    return renderBatchWebhook(world, world.batchWebhooks.put({ ...before, url, enabled }), call.origin)
  },
)
