import type { Call } from '../call.js'
import type { Outcome, OutcomeHeaders, Reply } from '../exchange.js'
import type { Entry } from '../log/entry.js'
import { cut } from '../log/request-log.js'

/** Stage 14: the last headers, faults on the answer, and the log entry. */
export function outcomeOf(call: Call, duration: number): Outcome {
  const { answer } = call
  const status = answer?.status ?? 500
  const headers: OutcomeHeaders = {}
  if (answer?.contentType) headers['Content-Type'] = answer.contentType
  if (call.vendor) Object.assign(headers, call.vendor.definition.wire.headers?.(call, status))
  Object.assign(headers, answer?.headers)
  headers['Standin-Fidelity'] = call.fidelity
  const body = (answer?.body ?? '') as Reply['body']
  if (call.vendor) {
    const entry = note(call, status, headers, body, duration)
    if (status >= 400) headers['Standin-Explain'] = explainUrl(call, entry)
  }
  return call.ending === 'reply' ? { kind: 'reply', status, headers, body } : { kind: call.ending }
}

function explainUrl(call: Call, entry: Entry): string {
  return `${call.sandbox.controlUrl ?? 'standin:'}/_standin/worlds/${entry.world}/logs/${entry.id}`
}

function note(call: Call, status: number, headers: OutcomeHeaders, body: Reply['body'], duration: number): Entry {
  const world = call.world ?? call.sandbox.defaultWorld
  const { redactor } = call.vendor
  const { exchange, withheld } = call
  const said = typeof body === 'string' ? redactor.text(cut(body)) : '[not text]'
  const entry: Entry = {
    id: call.requestId || `req_${world.log.size}`,
    at: world.clock.now(),
    world: world.name,
    vendor: call.vendor.name,
    method: exchange.method,
    target: withheld ? '[withheld: a live credential]' : redactor.text(exchange.target),
    peer: exchange.peer,
    request: withheld
      ? { headers: {}, body: '[withheld: a live credential]' }
      : { headers: redactor.headers(exchange.headers), body: redactor.text(cut(call.bodyText)) },
    operation: call.operation?.key,
    fidelity: call.fidelity,
    status: call.ending === 'reply' ? status : 0,
    duration,
    response: { headers: redactor.headers(headers), body: said },
    events: call.events,
    issues: call.issues,
    failure: call.failure,
  }
  world.log.add(entry)
  return entry
}
