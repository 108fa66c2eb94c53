import type { Call } from '../call.js'
import type { Issue } from '../description/issue.js'
import type { Outcome, OutcomeHeaders, Reply } from '../exchange.js'
import type { Entry } from '../log/entry.js'
import { loggedAnswer } from '../log/logged-answer.js'
import { shown } from '../log/request-log.js'
import { slowed } from './answer-faults.js'

const NO_ISSUES: readonly Issue[] = []
/** Of one request, in the log. */
const MOST_ISSUES = 50
const LONGEST_VALUE = 1000
const UNSENDABLE = /[^\t\x20-\x7e]/
const EACH_UNSENDABLE = /[^\t\x20-\x7e]/gu

/** Stage 16: the last headers, the log entry, and how the answer goes out. */
export function outcomeOf(call: Call, duration: number): Outcome {
  const { answer } = call
  const status = answer?.status ?? 500
  const headers: OutcomeHeaders = {}
  if (answer?.contentType) headers['Content-Type'] = answer.contentType
  if (call.vendor) addTo(headers, call.vendor.definition.wire.headers?.(call, status))
  addTo(headers, answer?.headers)
  headers['Standin-Fidelity'] = call.fidelity
  const body = (answer?.body ?? '') as Reply['body']
  if (call.vendor) {
    const entry = note(call, status, headers, body, duration)
    if (status >= 400) headers['Standin-Explain'] = explainUrl(call, entry)
  }
  if (call.ending !== 'reply') return { kind: call.ending }
  const outcome: Outcome = { kind: 'reply', status, headers, body }
  return call.answerFaults.length === 0 ? outcome : slowed(outcome, call.answerFaults)
}

function addTo(headers: OutcomeHeaders, more: OutcomeHeaders | undefined): void {
  for (const name in more) headers[name] = sendable(more[name] as string | string[])
}

/** What a behaviour has copied out of a request must not end the header, nor be more than one byte a character. */
function sendable(value: string | string[]): string | string[] {
  if (Array.isArray(value)) return value.map((each) => sendable(each) as string)
  return UNSENDABLE.test(value) ? value.replace(EACH_UNSENDABLE, percentEncoded) : value
}

function percentEncoded(char: string): string {
  return [...Buffer.from(char)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

function explainUrl(call: Call, entry: Entry): string {
  return `${call.sandbox.controlUrl ?? 'standin:'}/_standin/worlds/${entry.world}/logs/${entry.id}`
}

function note(call: Call, status: number, headers: OutcomeHeaders, body: Reply['body'], duration: number): Entry {
  const world = call.world ?? call.sandbox.defaultWorld
  const { redactor } = call.vendor
  const { exchange, withheld } = call
  const entry: Entry = {
    id: call.requestId,
    at: world.clock.now(),
    world: world.name,
    vendor: call.vendor.name,
    method: exchange.method,
    target: withheld ? '[withheld: a live credential]' : shown(exchange.target, redactor),
    peer: exchange.peer,
    request: withheld
      ? { headers: {}, body: '[withheld: a live credential]' }
      : { headers: redactor.headers(exchange.headers), body: shown(call.bodyText, redactor) },
    operation: call.operation?.key,
    fidelity: call.fidelity,
    status: call.ending === 'reply' ? status : 0,
    duration,
    // A vendor may echo a header: of a withheld request even the answer's headers are not kept.
    response: call.answer?.unlogged
      ? { headers: redactor.headers(headers), body: '[not kept: it holds what must not be logged]', size: 0 }
      : loggedAnswer(withheld ? {} : headers, body, redactor),
    events: call.events,
    changed: call.wrote,
    faults: call.faults,
    issues: shownIssues(call),
    failure: call.failure,
  }
  world.log.add(entry)
  // What had to be hidden there must not be found elsewhere either.
  if (!withheld && entry.request.body !== call.bodyText) world.handedOut.sent(call.vendor, call.bodyText)
  return entry
}

/** What validation found, as it may be kept: a value that is wrong can be a secret, or be very long, all the same. */
function shownIssues(call: Call): readonly Issue[] {
  if (call.issues.length === 0 || call.withheld) return NO_ISSUES
  const { redactor } = call.vendor
  return call.issues.slice(0, MOST_ISSUES).map((issue) => {
    const name = String(issue.path.findLast((part) => typeof part === 'string') ?? '')
    if (issue.value === undefined) return issue
    const text = JSON.stringify(issue.value)
    if (text !== undefined && text.length > LONGEST_VALUE) {
      return { ...issue, value: `[cut] ${redactor.text(text.slice(0, LONGEST_VALUE))}` }
    }
    const [value] = Object.values(redactor.data({ [name]: issue.value }) as object)
    return { ...issue, value }
  })
}
