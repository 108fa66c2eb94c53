import { keyOf } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import type { Batch, BatchAnswer, BatchOperation } from './batch.js'

/** Between two steps of a batch, in milliseconds on the world's clock. @unverified: the vendor's take minutes at times */
const STEP = 5
/** Operations that are done in one go, so that other requests get their turn. */
const AT_ONCE = 500
/** Rows that a list without a `count` is read by. */
const PAGE = 1000

/** Takes a batch one step on: waiting, being read, begun, a part of its operations done, results put together, finished. */
export function runBatch(world: MailchimpWorld, id: string): void {
  const batch = world.batches.find(id)
  if (!batch || batch.status === 'finished') return
  const next = step(world, batch)
  world.batches.put(next)
  // While operations are left, others get their turn and nobody waits.
  if (next.status !== 'finished') soon(world, id, next.status === 'started' ? 1 : STEP)
  else world.port.emit('batch_operation_completed', next, { origin: next.origin })
}

export function soon(world: MailchimpWorld, batch: string, after = STEP): void {
  world.port.schedule('run-batch', world.port.now() + after, { batch })
}

export function expireBatch(world: MailchimpWorld, id: string): void {
  for (const result of world.batchResults.where('parent', id)) world.batchResults.delete(result.id)
  world.batches.delete(id)
  world.port.release(id)
}

function step(world: MailchimpWorld, batch: Batch): Batch {
  switch (batch.status) {
    case 'pending':
      return { ...batch, status: 'preprocessing' }
    case 'preprocessing':
      return { ...batch, status: 'started' }
    case 'started':
      return work(world, batch)
    default:
      return { ...batch, status: 'finished', completed: world.now() }
  }
}

function work(world: MailchimpWorld, batch: Batch): Batch {
  const part = batch.operations.slice(batch.done, batch.done + AT_ONCE)
  const answers = part.flatMap((operation) => answersOf(world, batch, operation))
  const number = String(world.batchResults.count('parent', batch.id))
  world.batchResults.insert({ id: keyOf(batch.id, number), parent: batch.id, answers })
  const done = batch.done + part.length
  const errored = batch.errored + answers.filter(({ status_code: status }) => status >= 400).length
  return { ...batch, done, errored, status: done === batch.operations.length ? 'finalizing' : 'started' }
}

/** A list that is asked for without a `count` is given whole, page by page. */
function answersOf(world: MailchimpWorld, batch: Batch, operation: BatchOperation): BatchAnswer[] {
  const whole = operation.method.toUpperCase() === 'GET' && operation.params?.count === undefined
  const answers: BatchAnswer[] = []
  for (let offset = Number(operation.params?.offset ?? 0); ; offset += PAGE) {
    const params = whole ? { ...operation.params, count: PAGE, offset } : operation.params
    const { answer, total } = send(world, batch, { ...operation, params })
    answers.push(answer)
    if (!whole || total <= offset + PAGE) return answers
  }
}

function send(world: MailchimpWorld, batch: Batch, operation: BatchOperation) {
  const { method, path, params = {}, operation_id: id = null, body = '', prior = 'held' } = operation
  const query = Object.keys(params).length === 0 ? '' : new URLSearchParams(texts(params)).toString()
  const target = `/3.0/${path.replace(/^\/+/, '').replace(/^3\.0\//, '')}`
  const { status, body: said } = world.port.dispatchFor(batch.asked, {
    method: method.toUpperCase(),
    target: query === '' ? target : `${target}${target.includes('?') ? '&' : '?'}${query}`,
    headers: { 'content-type': 'application/json' },
    body,
    prior,
  })
  const total = typeof said === 'object' && said !== null && 'total_items' in said ? Number(said.total_items) : 0
  const text = typeof said === 'string' ? said : JSON.stringify(said)
  // Clients parse what they find there, whatever the status. @unverified what stands there for a 204
  return { answer: { status_code: status, operation_id: id, response: text || '{}' } satisfies BatchAnswer, total }
}

function texts(params: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
}
