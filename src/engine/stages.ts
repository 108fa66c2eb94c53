import type { Answer, Call } from './call.js'
import type { Outcome } from './exchange.js'
import { observeBegun, observeCall } from './observe/observe-call.js'
import { answerFaults } from './stages/answer-faults.js'
import { authenticate, authorise } from './stages/authenticate.js'
import { behave } from './stages/behave.js'
import { outcomeOf } from './stages/close.js'
import { decode } from './stages/decode.js'
import { lastResort, renderFailure } from './stages/failure.js'
import { holdIdempotencyKey, releaseIdempotencyKey } from './stages/idempotency.js'
import { keep } from './stages/keep.js'
import { limits, releaseLimits } from './stages/limits.js'
import { locate } from './stages/locate.js'
import { cannotWait, prepare } from './stages/prepare.js'
import { refuseLive } from './stages/refuse-live.js'
import { requestFaults } from './stages/request-faults.js'
import { route } from './stages/route.js'
import { validate } from './stages/validate.js'
import { findWorld } from './stages/world.js'
import type { SubAnswer } from './world/vendor-world.js'

interface Stage {
  readonly name: string
  /** Fills in its part of the call; an answer ends the request; an error is answered in the vendor's words. */
  readonly run: (call: Call) => void | Promise<void>
}

/** A request's way through, in order. What comes after the behaviour (shape, check, encode) happens inside its transaction. */
export const stages: readonly Stage[] = [
  { name: 'locate', run: locate },
  { name: 'decode', run: decode },
  { name: 'refuse live credentials', run: refuseLive },
  { name: 'find the world, open the log entry', run: findWorld },
  { name: 'route', run: route },
  { name: 'faults on the request', run: requestFaults },
  { name: 'authenticate', run: authenticate },
  { name: 'authorise', run: authorise },
  { name: 'limits', run: limits },
  { name: 'coerce and validate', run: validate },
  { name: 'idempotency', run: holdIdempotencyKey },
  { name: 'prepare: delay, before', run: prepare },
  { name: 'behave, shape, check, encode, commit', run: behave },
]

/** Takes a call through all stages. Never rejects. */
export async function runStages(call: Call): Promise<Outcome> {
  const start = performance.now()
  try {
    for (const stage of stages) {
      const waiting = stage.run(call)
      if (waiting) {
        observeBegun(call)
        await waiting
      }
      if (call.answer) break
    }
  } catch (error) {
    call.answer = failed(call, error)
  }
  try {
    const waiting = answerFaults(call)
    if (waiting) await waiting
  } catch (error) {
    call.sandbox.report(error)
  }
  try {
    const waiting = keep(call)
    if (waiting) await waiting
  } catch (error) {
    call.answer = failed(call, error)
  }
  releaseIdempotencyKey(call)
  releaseLimits(call)
  try {
    const outcome = outcomeOf(call, performance.now() - start)
    observeCall(call, outcome)
    return outcome
  } catch (error) {
    const { status, headers, body } = lastResort(call, error)
    return { kind: 'reply', status, headers, body: body as string }
  }
}

/** The same inside another request's transaction, where nothing can wait. */
export function runSynchronously(call: Call): SubAnswer {
  try {
    for (const stage of stages) {
      const waiting = stage.run(call)
      if (waiting) {
        waiting.catch(() => {})
        throw cannotWait(call)
      }
      if (call.answer) break
    }
  } catch (error) {
    call.answer = failed(call, error)
  }
  answerFaults(call)
  const { status = 500, headers = {}, body } = call.answer ?? {}
  return { status, headers, body }
}

function failed(call: Call, error: unknown): Answer {
  try {
    return renderFailure(call, error)
  } catch (worse) {
    return lastResort(call, worse)
  }
}
