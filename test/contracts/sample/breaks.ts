import type { Exchange, Handle, Outcome } from '../../../src/engine/exchange.js'

type Json = Record<string, unknown>
type Reply = Extract<Outcome, { kind: 'reply' }>

/** A way in which a stand-in could come to differ from what it was. */
export interface Break {
  readonly what: string
  readonly vendor: 'stripe' | 'salesforce'
  /** The interaction that shows it, by the beginning of its description. */
  readonly interaction: string
  /** The request whose answer is changed. */
  readonly request: RegExp
  readonly change: (reply: Reply) => Reply
  /** What the verification must name. */
  readonly field: string
}

const edit =
  (change: (body: Json) => unknown) =>
  (reply: Reply): Reply => {
    const body = JSON.parse(String(reply.body)) as Json
    return { ...reply, body: JSON.stringify(change(body) ?? body) }
  }

/** A member somewhere inside, as something to change. */
const inside = (body: unknown, ...path: (string | number)[]): Json =>
  path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], body) as Json

const header =
  (name: string, value?: string) =>
  ({ headers, ...reply }: Reply): Reply => {
    const kept = Object.entries(headers).filter(([each]) => each.toLowerCase() !== name)
    return { ...reply, headers: Object.fromEntries(value === undefined ? kept : [...kept, [name, value]]) }
  }

export const BREAKS: readonly Break[] = [
  {
    what: 'a field is missing',
    vendor: 'stripe',
    interaction: 'GET /v1/charges/{charge}',
    request: /^GET \/v1\/charges\/ch_/,
    change: edit((body) => void delete body.outcome),
    field: '$.outcome',
  },
  {
    what: 'a nested field is missing',
    vendor: 'stripe',
    interaction: 'GET /v1/payment_intents/{intent}',
    request: /^GET \/v1\/payment_intents\/pi_/,
    change: edit((body) => void delete inside(body, 'latest_charge', 'payment_method_details', 'card').last4),
    field: '$.latest_charge.payment_method_details.card.last4',
  },
  {
    what: 'a number has become text',
    vendor: 'stripe',
    interaction: 'GET /v1/balance_transactions',
    request: /^GET \/v1\/balance_transactions/,
    change: edit((body) => ({ ...body, net: String(body.net) })),
    field: '$.net',
  },
  {
    what: 'a value of an enum is called otherwise',
    vendor: 'stripe',
    interaction: 'POST /v1/payment_intents/{intent}/capture',
    request: /^POST .*capture$/,
    change: edit((body) => ({ ...body, capture_method: 'by_hand' })),
    field: '$.capture_method',
  },
  {
    what: 'what was done has another outcome',
    vendor: 'stripe',
    interaction: 'POST /v1/refunds',
    request: /^POST \/v1\/refunds/,
    change: edit((body) => ({ ...body, status: 'pending' })),
    field: '$.status',
  },
  {
    what: 'the status of an answer is another one',
    vendor: 'salesforce',
    interaction: 'POST /services/data/v59.0/sobjects/Account',
    request: /^POST .*\/sobjects\/Account$/,
    change: (reply) => ({ ...reply, status: 200 }),
    field: 'status',
  },
  {
    what: 'a header is gone',
    vendor: 'salesforce',
    interaction: 'PATCH /services/data/v59.0/sobjects/Account',
    request: /^PATCH /,
    change: header('sforce-limit-info'),
    field: 'header sforce-limit-info',
  },
  {
    what: 'the type of the body is another one',
    vendor: 'stripe',
    interaction: 'POST /v1/customers (',
    request: /^POST \/v1\/customers$/,
    change: header('content-type', 'text/html'),
    field: 'header content-type',
  },
  {
    what: 'a code of a refusal is another one',
    vendor: 'stripe',
    interaction: 'GET /v1/customers/cus_nobody',
    request: /^GET \/v1\/customers\/cus_nobody/,
    change: edit((body) => ({ error: { ...inside(body, 'error'), code: 'not_found' } })),
    field: '$.error.code',
  },
  {
    what: 'ids have another prefix',
    vendor: 'stripe',
    interaction: 'POST /v1/payment_methods (',
    request: /^POST \/v1\/payment_methods$/,
    change: edit((body) => ({ ...body, id: `card_${String(body.id).slice(3)}` })),
    field: '$.id',
  },
  {
    what: 'items of a list have lost a field',
    vendor: 'stripe',
    interaction: 'GET /v1/customers/{customer}/payment_methods',
    request: /^GET \/v1\/customers\/\w+\/payment_methods/,
    change: edit((body) => void delete inside(body, 'data', 0).billing_details),
    field: '$.data[0].billing_details',
  },
  {
    what: 'a list is empty',
    vendor: 'salesforce',
    interaction: 'GET /services/data/v59.0/query (q: SELECT Id',
    request: /^GET .*query\?q=SELECT\+Id|^GET .*query\?q=SELECT%20Id/,
    change: edit((body) => ({ ...body, records: [] })),
    field: '$.records',
  },
  {
    what: 'what was null is a value',
    vendor: 'stripe',
    interaction: 'POST /v1/payment_intents/{intent}/cancel',
    request: /cancel$/,
    change: edit((body) => ({ ...body, latest_charge: 'ch_3Nobody0000000000000000' })),
    field: '$.latest_charge',
  },
]

/** The same stand-in, but for what is broken in it. */
export function broken(handle: Handle, { request, change }: Break): Handle {
  return async (exchange: Exchange) => {
    const outcome = await handle(exchange)
    const meets = request.test(`${exchange.method} ${exchange.target}`) && outcome.kind === 'reply'
    return meets ? change(outcome) : outcome
  }
}
