import type { Expectation, ExpectationKind, Wanted } from './expectation-schema.js'
import { kindOf } from './judge/judge.js'
import { MOST_ATTEMPTS, PASSING } from './judge/retried.js'
import type { Bounds, Calls, Status } from './match.js'

type Sayings = { readonly [K in ExpectationKind]: (wanted: Wanted<K>) => string }

const SAYINGS: Sayings = {
  calls: (wanted) => `${howMany(wanted)} of ${calls(wanted)}${each(wanted.per)}`,
  never: (wanted) => `never ${calls(wanted)}`,
  retried: ({ status = PASSING, backoff = true, attempts = MOST_ATTEMPTS, ...wanted }) =>
    `${calls(wanted)} is asked again after ${statuses(status)}${backoff ? ', with pauses that grow' : ''}, at most ${attempts} times in all`,
  sameKey: ({ per, ...wanted }) =>
    `${calls(wanted)} carries the same idempotency key for the same ${per === undefined ? 'request' : bare(per)}, and another one for another`,
  retryAfter: (wanted) => `${calls(wanted)} waits as long as Retry-After says`,
  refreshed: ({ by, atMost = 1 }) =>
    `after a 401 a new token is got by ${names(by)}, ${atMost === 1 ? 'once' : `at most ${atMost} times`}, and the work asked again`,
  paged: ({ operation }) => `${names(operation)} is asked for each page once, up to the last`,
  stopped: ({ after, atMost, operation, within }) =>
    `after ${calls(after)} ${atMost === 0 ? 'nothing' : `at most ${atMost}`} more is asked${operation === undefined ? '' : ` of ${names(operation)}`}${within === undefined ? '' : ` within ${within}`}`,
  delivered: ({ event, answer, fault, of = 'the last attempt', within }) =>
    `the webhook ${names(event)}${fault === undefined ? '' : ` with "${fault}"`} is ${answer}${of === 'the last attempt' ? '' : `, at ${of}`}${within === undefined ? '' : `, within ${within}`}`,
  rows: ({ of, where, per, ...bounds }) => {
    const all = Object.entries(where ?? {}).map(([path, value]) => {
      return path === 'status' && typeof value !== 'object' ? String(value) : like(path, value)
    })
    const [status, rest] = [all.filter((text) => !text.includes(' ')), all.filter((text) => text.includes(' '))]
    const noun = [...status, of].join(' ')
    return `${howMany(bounds)} ${noun}${rest.length > 0 ? ` with ${rest.join(', ')}` : ''}${each(per)}`
  },
  exits: (code) => `the command ends with ${code}`,
}

/** An expectation in plain words: "at most one succeeded charge for each metadata.order_id". */
export function say(expectation: Expectation): string {
  const [kind, wanted] = kindOf(expectation)
  return (SAYINGS[kind] as (wanted: unknown) => string)(wanted)
}

function calls({ operation, body, query, header, status }: Calls): string {
  const details = [
    ...Object.entries({ ...body, ...query, ...header }).map(([path, value]) => like(path, value)),
    ...(status === undefined ? [] : [`answer ${statuses(status)}`]),
  ]
  const what = operation === undefined ? 'any request' : names(operation)
  return details.length === 0 ? what : `${what} (${details.join(', ')})`
}

function like(path: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return `${path} ${value}`
  const { matches } = value as { matches: string }
  return matches === '.' ? `${path} set` : `${path} like /${matches}/`
}

function howMany({ atLeast, atMost, exactly }: Bounds): string {
  if (exactly !== undefined) return exactly === 0 ? 'no' : `exactly ${number(exactly)}`
  if (atMost === 0) return 'no'
  const most = atMost === undefined ? '' : `at most ${number(atMost)}`
  const least = atLeast === undefined ? '' : `at least ${number(atLeast)}`
  return [least, most].filter(Boolean).join(' and ')
}

function number(count: number): string {
  return count === 1 ? 'one' : String(count)
}

function each(per: string | undefined): string {
  return per === undefined ? '' : ` for each ${bare(per)}`
}

function bare(per: string): string {
  return per.replace(/^(?:body|query|header|path)\./, '')
}

function names(name: string | readonly string[]): string {
  return [name].flat().join(' or ')
}

function statuses(status: Status): string {
  const said = [status].flat().map((each) => (each === 'none' ? 'no answer' : String(each)))
  const last = said.pop()
  return said.length > 0 ? `${said.join(', ')} or ${last}` : (last ?? '')
}
