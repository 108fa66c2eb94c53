import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Call } from '../call.js'
import type { Outcome, Reply } from '../exchange.js'
import type { AnswerEffect } from '../faults/answer-effects.js'
import type { EffectOf } from '../faults/effect-schema.js'
import { drip, truncated } from '../faults/slow-body.js'
import { transplant, wrongData } from '../faults/wrong-data.js'
import { staleAnswer } from './behave.js'

/** Stage 14: what goes wrong on purpose once the work is done and kept. */
export function answerFaults(call: Call): void | Promise<void> {
  const { world, answerFaults: effects } = call
  if (effects.length > 0) for (const effect of effects) change(call, effect)
  if (!world || call.parent) return
  const early = world.deliveries.early()
  if (effects.length === 0 && !early) return
  // A replay waits for nothing that changes no answer.
  if (call.replayed) call.answerFaults = effects.filter(({ kind }) => kind !== 'drip')
  const late = call.replayed
    ? 0
    : effects.reduce((sum, effect) => sum + (effect.kind === 'delay' ? effect.milliseconds : 0), 0)
  return Promise.all([early, late > 0 ? sleep(late) : undefined]).then(() => {})
}

function change(call: Call, effect: AnswerEffect): void {
  const { answer } = call
  if (!answer) return
  if (effect.kind === 'content-type') {
    call.answer = { ...answer, contentType: effect.value, ...(effect.body !== undefined && { body: effect.body }) }
  } else if (effect.kind === 'data') {
    call.answer = call.parent ? partly(answer, effect, call) : wrong(answer, effect, call)
  }
}

function wrong(answer: Answer, effect: EffectOf<'data'>, call: Call): Answer {
  const { body, contentType } = answer
  if (typeof body !== 'string' || contentType === undefined) return answer
  if (effect.change !== 'stale') {
    return { ...answer, body: wrongData(body, contentType, effect.path, effect.change) ?? body }
  }
  const stale = staleAnswer(call)
  if (!stale || typeof stale.body !== 'string') return answer
  if (effect.path === undefined) return stale
  return { ...answer, body: transplant(body, stale.body, contentType, effect.path) ?? body }
}

/** A part of a batch is data still. */
function partly(answer: Answer, effect: EffectOf<'data'>, call: Call): Answer {
  const text = JSON.stringify(answer.body)
  if (text === undefined || answer.contentType !== undefined) return answer
  const { body } = wrong({ ...answer, body: text, contentType: 'application/json' }, effect, call)
  return { ...answer, body: JSON.parse(String(body)) }
}

/** How the answer goes out: slowly, or not to its end. */
export function slowed(outcome: Outcome, effects: readonly AnswerEffect[]): Outcome {
  if (outcome.kind !== 'reply') return outcome
  let { body } = outcome
  for (const effect of effects) {
    if (effect.kind === 'drip') body = drip(body, effect.bytesPerSecond)
    if (effect.kind === 'truncate') body = truncated(body, effect.keep)
  }
  if (body === outcome.body) return outcome
  const length = lengthOf(outcome.body)
  const headers = length === undefined ? outcome.headers : { ...outcome.headers, 'Content-Length': String(length) }
  return { ...outcome, headers, body }
}

function lengthOf(body: Reply['body']): number | undefined {
  if (typeof body === 'string') return Buffer.byteLength(body)
  return body instanceof Uint8Array ? body.byteLength : undefined
}
