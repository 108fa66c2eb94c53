import { CustomReply, Park, StreamReply } from '../behaviour.js'
import type { Answer, Call } from '../call.js'
import { Refusal, SandboxError, VendorError } from '../errors.js'
import { generic, notSimulated } from '../generic/generic.js'
import type { World } from '../world/world.js'
import { conform } from './conform.js'
import { encodeAnswer } from './encode.js'
import { renderError } from './failure.js'
import { recordAnswer } from './idempotency.js'
import { inputOf } from './input.js'
import { cannotWait } from './prepare.js'

/** Stage 13: the work, and all that is answered of it, in one transaction. */
export function behave(call: Call): void | Promise<void> {
  const { world, operation } = call
  if (!operation) return
  if (!world) throw call.vendor.definition.errors.problem({ kind: 'no-credential' }, call)
  const parked = transact(call, world, () => result(call, world))
  if (!parked) return
  if (call.parent) throw cannotWait(call)
  return waitFor(call, world, parked)
}

/** What this request would be answered if its rows were as they were before their last change; undefined for one that changes something. */
export function staleAnswer(call: Call): Answer | undefined {
  const { world, operation, answer } = call
  // Without a place in the order it never came to the work.
  if (!world || !operation || (call.parent ? answer?.failed : call.sequence === undefined)) return undefined
  if (call.exchange.method !== 'GET' && (call.wrote || call.parent)) return undefined
  return world.rehearse(call, () => {
    world.previous.putBack()
    try {
      const value = result(call, world)
      if (value instanceof Park || value instanceof StreamReply) return undefined
      return encodeAnswer(call, toAnswer(call, value))
    } catch (error) {
      if (error instanceof VendorError) return encodeAnswer(call, renderError(call, error))
      throw error
    }
  })
}

function result(call: Call, world: World): unknown {
  if (call.planned) throw call.planned
  const view = world.view<unknown>(call.vendor, call.scope)
  if (call.behaviour) return call.behaviour.run(inputOf(call) as never, view as never)
  const why = call.operation && call.vendor.definition.refuse?.(call.operation, call)
  if (why !== undefined) notSimulated(call, why)
  if (call.sandbox.options.failOnGeneric) {
    notSimulated(call, 'it would be answered from its description alone, and --fail-on generic is set')
  }
  return generic(call, view)
}

function transact(call: Call, world: World, work: () => unknown): Park | undefined {
  let parked: Park | undefined
  const run = () => {
    let value: unknown
    try {
      value = work()
    } catch (error) {
      // A refusal keeps what was done: its answer belongs into the same transaction.
      if (!(error instanceof Refusal)) throw error
      settle(call, renderError(call, error.error))
      return
    }
    if (value instanceof Park) parked = value
    else settle(call, toAnswer(call, value))
  }
  try {
    if (call.parent) savepoint(world, run)
    else world.transact(call.requestId, call, run)
  } catch (error) {
    if (!(error instanceof VendorError) || call.parent) throw error
    const answer = renderError(call, error)
    world.transact(call.requestId, call, () => settle(call, answer))
  }
  if (!call.parent) {
    call.sequence = world.nextSequence()
    call.committedAt = world.clock.now()
    call.wrote = world.lastChanges > 0
    if (world.lastEmitted.length > 0) call.emitted = [...call.emitted, ...world.lastEmitted]
  }
  return parked
}

function savepoint(world: World, run: () => void): void {
  const mark = world.current.mark()
  try {
    run()
  } catch (error) {
    world.current.rollback(mark)
    throw error
  }
}

function settle(call: Call, answer: Answer): void {
  call.answer = call.parent ? answer : encodeAnswer(call, answer)
  if (!call.parent) recordAnswer(call, call.answer)
}

async function waitFor(call: Call, world: World, parked: Park): Promise<void> {
  // Its place is that of its answer.
  call.sequence = undefined
  call.committedAt = undefined
  const { until, timeout, resume } = parked.options
  const event = await world.wait(until, timeout, call.exchange.signal)
  const again = transact(call, world, () => resume(event))
  if (again) throw new SandboxError('SANDBOX_BAD_INPUT', 'A parked request was parked again.', 'Answer it in `resume`.')
}

function toAnswer(call: Call, value: unknown): Answer {
  if (value instanceof StreamReply) {
    const signal = call.exchange.signal ?? new AbortController().signal
    return { status: 200, headers: {}, body: value.chunks(signal), contentType: value.contentType }
  }
  if (value instanceof Promise) {
    value.catch(() => {})
    throw new SandboxError(
      'SANDBOX_BAD_INPUT',
      `The behaviour of ${call.operation?.key} gave a promise.`,
      'Wait in `before`, in a job, or with `park`.',
    )
  }
  const custom = value instanceof CustomReply ? value : undefined
  const body = custom ? custom.body : value
  const status = custom?.status ?? call.operation?.success?.status ?? 200
  const headers = { ...custom?.headers }
  if (custom?.contentType !== undefined) return { status, headers, body, contentType: custom.contentType }
  if (call.sandbox.options.strict && status >= 200 && status < 300 && body !== undefined) conform(call, body)
  const { shape } = call.vendor.definition.wire
  const shaped = shape && call.world ? shape(body, call, call.world.view(call.vendor, call.scope)) : body
  return { status, headers, body: shaped }
}
