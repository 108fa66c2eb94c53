export interface FaultField {
  readonly name: string
  readonly label: string
  readonly type: 'number' | 'text' | readonly string[]
  readonly value: string
}

export interface FaultKind {
  readonly id: string
  readonly label: string
  /** What is sent as `effect`, beside the fields. */
  readonly effect: Readonly<Record<string, unknown>>
  readonly fields: readonly FaultField[]
  /** Of a webhook rather than of a request. */
  readonly webhook?: boolean
  /** Of whole connections: no operation can be told yet. */
  readonly connection?: boolean
}

const number = (name: string, label: string, value: number): FaultField => ({
  name,
  label,
  type: 'number',
  value: String(value),
})
const text = (name: string, label: string, value: string): FaultField => ({ name, label, type: 'text', value })
const choice = (name: string, label: string, ...values: string[]): FaultField => ({
  name,
  label,
  type: values,
  value: values[0] ?? '',
})

/** The common ones; docs/faults.md has all, for `standin faults add` and for scenarios. */
export const KINDS: readonly FaultKind[] = [
  {
    id: 'delay',
    label: 'The answer takes longer',
    effect: { kind: 'delay' },
    fields: [number('milliseconds', 'Milliseconds', 2000)],
  },
  {
    id: 'rate-limit',
    label: 'Too many requests',
    effect: { kind: 'rate-limit' },
    fields: [number('retryAfter', 'Retry after, seconds', 2)],
  },
  { id: 'status', label: 'An error', effect: { kind: 'status' }, fields: [number('status', 'Status', 503)] },
  {
    id: 'maintenance',
    label: 'Down for maintenance',
    effect: { kind: 'maintenance' },
    fields: [number('minutes', 'Minutes', 30)],
  },
  {
    id: 'token',
    label: 'The credential is no good',
    effect: { kind: 'token' },
    fields: [choice('state', 'It is', 'expired', 'revoked')],
  },
  {
    id: 'reset',
    label: 'The connection breaks',
    effect: { kind: 'reset' },
    fields: [choice('when', 'After or before the work', 'after', 'before')],
  },
  {
    id: 'hang',
    label: 'The answer never comes',
    effect: { kind: 'hang' },
    fields: [choice('when', 'After or before the work', 'after', 'before')],
  },
  {
    id: 'drip',
    label: 'The answer comes bit by bit',
    effect: { kind: 'drip' },
    fields: [number('bytesPerSecond', 'Bytes a second', 200)],
  },
  {
    id: 'truncate',
    label: 'The answer is cut off',
    effect: { kind: 'truncate' },
    fields: [number('keep', 'Part that is sent', 0.5)],
  },
  {
    id: 'data',
    label: 'A value of the answer is wrong',
    effect: { kind: 'data' },
    fields: [text('path', 'Where in the answer', 'id'), choice('change', 'It is', 'missing', 'null', 'type', 'stale')],
  },
  {
    id: 'content-type',
    label: 'The answer says that it is something else',
    effect: { kind: 'content-type' },
    fields: [text('value', 'Content-Type', 'text/html')],
  },
  {
    id: 'tls',
    label: 'The certificate is no good',
    effect: { kind: 'tls' },
    fields: [choice('problem', 'It is', 'expired', 'wrong-host', 'untrusted')],
    connection: true,
  },
  {
    id: 'webhook-delay',
    label: 'A webhook comes late',
    effect: { kind: 'webhook', change: 'delay' },
    fields: [text('by', 'Late by', '10m')],
    webhook: true,
  },
  {
    id: 'webhook-duplicate',
    label: 'A webhook comes again',
    effect: { kind: 'webhook', change: 'duplicate' },
    fields: [number('times', 'Times in all', 2)],
    webhook: true,
  },
  {
    id: 'webhook-reorder',
    label: 'Webhooks overtake each other',
    effect: { kind: 'webhook', change: 'reorder' },
    fields: [],
    webhook: true,
  },
  {
    id: 'webhook-drop',
    label: 'A webhook is lost',
    effect: { kind: 'webhook', change: 'drop' },
    fields: [],
    webhook: true,
  },
  {
    id: 'webhook-early',
    label: 'A webhook comes before the answer',
    effect: { kind: 'webhook', change: 'before-answer' },
    fields: [],
    webhook: true,
  },
  {
    id: 'webhook-secret',
    label: "A webhook is signed with somebody else's secret",
    effect: { kind: 'webhook', change: 'wrong-secret' },
    fields: [],
    webhook: true,
  },
  {
    id: 'webhook-tamper',
    label: 'A webhook is changed on the way',
    effect: { kind: 'webhook', change: 'tamper' },
    fields: [],
    webhook: true,
  },
]

/** What is sent of a form. `before` and `after` say whether the work was done when the connection broke. */
export function effectOf(kind: FaultKind, values: Readonly<Record<string, string>>): Record<string, unknown> {
  const given = kind.fields.map(({ name, type, value }): [string, unknown] => {
    const said = values[name] ?? value
    return [name, type === 'number' ? Number(said) : said]
  })
  return { ...kind.effect, ...Object.fromEntries(given) }
}
