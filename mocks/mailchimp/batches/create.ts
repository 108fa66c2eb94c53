import { behaviourWithBefore } from '../api.js'
import { invalidResource, problem } from '../errors.js'
import { type Batch, OPEN, originOf } from './batch.js'
import { lookUpFor } from './look-up.js'
import { renderBatch } from './render.js'
import { soon } from './run.js'

/** Batches that may wait at a time. @source facts A1, batches (read 2026-11-23) */
const MOST_PENDING = 500
/** How long results are kept, in milliseconds. @source facts A1, batches (read 2026-11-23) */
const KEPT = 7 * 86_400_000

/**
 * Begins a batch. Its operations run afterwards, on the world's clock, each as if it had been sent by itself.
 * @throws InvalidResource (400), TooManyRequests (429) where 500 are waiting
 * @source https://mailchimp.com/developer/marketing/guides/run-async-requests-batch-endpoint/ (read 2026-11)
 */
export const create = behaviourWithBefore(
  'POST /3.0/batches',
  ({ body }, world) => lookUpFor(world, body.operations),
  ({ body, prior, call }, world) => {
    const waiting = OPEN.reduce((sum, status) => sum + world.batches.count('status', status), 0)
    if (waiting >= MOST_PENDING) {
      const detail =
        'You have more than 500 pending webhooks. Please wait for some to complete before adding any more batches.'
      throw problem('TooManyRequests', { detail })
    }
    if (body.operations.length === 0) {
      throw invalidResource([{ field: 'operations', message: 'This value should not be blank.' }])
    }
    const batch: Batch = world.batches.insert({
      id: world.port.random.hex(10),
      parent: '',
      status: 'pending',
      operations: body.operations.map(({ method, path, operation_id, params, body: text }, i) => ({
        method,
        path,
        operation_id,
        params: { ...params },
        body: text,
        prior: prior[i],
      })),
      done: 0,
      errored: 0,
      submitted: world.now(),
      completed: '',
      asked: originOf(call),
      origin: call.origin,
      secret: world.port.random.hex(32),
    })
    world.port.claim(batch.id)
    soon(world, batch.id)
    world.port.schedule('expire-batch', world.port.now() + KEPT, { batch: batch.id })
    return renderBatch(world, batch, call.origin)
  },
)
