import { createHmac } from 'node:crypto'
import { linksOf } from '../resources/links.js'
import type { MailchimpWorld } from '../world.js'
import type { Batch } from './batch.js'

/** How long a link to the results is good, in milliseconds. @source facts A1, batches (read 2026-11-23) */
const LINK_LIFETIME = 10 * 60_000

/** A batch as on the wire. Each time it is looked at, the link to its results is a new one. */
export function renderBatch(world: MailchimpWorld, batch: Batch, origin: string): Record<string, unknown> {
  const finished = batch.status === 'finished'
  return {
    id: batch.id,
    status: batch.status,
    total_operations: batch.operations.length,
    finished_operations: batch.done,
    errored_operations: batch.errored,
    submitted_at: batch.submitted,
    completed_at: batch.completed,
    response_body_url: finished ? resultsUrl(world, batch, origin) : '',
    _links: linksOf(world.description, origin, '/3.0/batches/{batch_id}', [batch.id]),
  }
}

function resultsUrl(world: MailchimpWorld, batch: Batch, origin: string): string {
  const expires = world.port.now() + LINK_LIFETIME
  // `u` leads to this account's world, where a copy of it has a batch of the same id.
  const query = `Expires=${expires}&Signature=${sign(batch, expires)}&u=${world.account.accountId}`
  return `${origin}/batch-results/${batch.id}-response.tar.gz?${query}`
}

/** Over the batch and the moment at which the link ends. */
export function sign(batch: Batch, expires: number): string {
  return createHmac('sha256', batch.secret).update(`${batch.id}.${expires}`).digest('base64url')
}
