import { createHash } from 'node:crypto'
import type { Answer, Call } from '../call.js'
import type { IdempotencyRecord } from '../world/idempotency.js'
import type { World } from '../world/world.js'

/** Longer ones are kept as a digest, and those with secrets in them. */
const LONGEST_FINGERPRINT = 512

/** Stage 11: a key seen before gets its first answer again; one that is under way is a conflict. */
export function holdIdempotencyKey(call: Call): void {
  const rules = call.vendor.definition.idempotency
  const { world } = call
  if (!rules || !world || call.parent) return
  const key = rules.key(call)
  if (key === undefined) return
  const { errors } = call.vendor.definition
  const id = `${call.vendor.name}\0${call.scope}\0${key}`
  call.idempotencyKey = key
  const record = world.idempotency.find(id)
  if (record && world.clock.now() < record.expires) {
    if (record.fingerprint !== fingerprintOf(call)) {
      throw errors.problem({ kind: 'key-reused', key, first: { method: record.method, path: record.path } }, call)
    }
    call.answer = replay(record, rules.replayHeaders(record.requestId))
    call.fidelity = record.fidelity
    return
  }
  if (world.inFlight.has(id)) throw errors.problem({ kind: 'key-in-use', key }, call)
  world.inFlight.add(id)
  call.idempotencyId = id
}

export function releaseIdempotencyKey(call: Call): void {
  if (call.idempotencyId) call.world?.inFlight.delete(call.idempotencyId)
}

/** Keeps the answer under the request's key; runs inside the transaction that the answer is of. */
export function recordAnswer(call: Call, answer: Answer): void {
  const { world, idempotencyId } = call
  const rules = call.vendor.definition.idempotency
  if (!world || !rules || !idempotencyId || !answer.contentType) return
  if (rules.keeps?.(answer.status, call) === false) return
  const { body } = answer
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return
  prune(world)
  world.idempotency.delete(idempotencyId)
  world.idempotency.insert({
    id: idempotencyId,
    fingerprint: fingerprintOf(call),
    method: call.exchange.method,
    path: call.path,
    requestId: call.requestId,
    status: answer.status,
    headers: answer.headers,
    contentType: answer.contentType,
    body: typeof body === 'string' ? body : Buffer.from(body).toString(),
    fidelity: call.fidelity,
    expires: world.clock.now() + (typeof rules.lifetime === 'number' ? rules.lifetime : rules.lifetime(call)),
  })
}

/** For each record that is kept, at most two that are too old go: the table does not grow past what still counts. */
function prune(world: World): void {
  const now = world.clock.now()
  for (let i = 0; i < 2; i++) {
    const { oldest } = world.idempotency
    if (!oldest || oldest.expires > now) return
    world.idempotency.delete(oldest.id)
  }
}

function replay(record: IdempotencyRecord, headers: Record<string, string>): Answer {
  return {
    status: record.status,
    headers: { ...record.headers, ...headers },
    body: record.body,
    contentType: record.contentType,
    failed: record.status >= 400,
  }
}

function fingerprintOf(call: Call): string {
  const text = `${call.exchange.method} ${call.path}?${call.rawQuery}\n`
  // What is not text is not in bodyText.
  const whole = call.codec !== 'multipart' && call.codec !== 'bytes'
  if (whole && call.bodyText.length < LONGEST_FINGERPRINT) {
    const plain = text + call.bodyText
    // A card number, or another thing that must not be read in a log, must not lie in a state folder either.
    if (call.vendor.redactor.text(plain) === plain) return plain
  }
  return createHash('sha256').update(text).update(call.exchange.body).digest('base64')
}
