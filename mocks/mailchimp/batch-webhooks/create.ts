import { behaviourWithBefore } from '../api.js'
import { invalidResource } from '../errors.js'
import { askUrlOf, checkAnswer, checkDistinct } from '../webhooks/check-url.js'
import { newSecret } from '../webhooks/webhook.js'
import { renderBatchWebhook } from './batch-webhook.js'

/** @source facts A1, batches (read 2026-11-23); @unverified the wording past it */
const MOST = 20

/**
 * Adds an endpoint, which must answer a GET with 200; its secret is shown now only.
 * @throws InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/api/batch-webhooks/add-batch-webhook/ (read 2026-11)
 */
export const create = behaviourWithBefore(
  'POST /3.0/batch-webhooks',
  ({ body }, world) => askUrlOf(world, body),
  ({ body, prior, call }, world) => {
    if (world.batchWebhooks.size >= MOST) throw invalidResource(`You may only have ${MOST} batch webhooks.`)
    checkDistinct(body.url, world.batchWebhooks.all())
    checkAnswer(prior)
    const secret = body.signing_enabled === false ? null : newSecret(world)
    const id = world.port.random.hex(10)
    const row = world.batchWebhooks.insert({ id, parent: '', url: body.url, enabled: body.enabled ?? true, secret })
    return renderBatchWebhook(world, row, call.origin, true)
  },
)
