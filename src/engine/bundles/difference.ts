import type { RecordedAnswer } from './answer.js'

/** Where an answer is another one than it was. */
export interface Difference {
  /** `status`, `header Request-Id`, `body`, or a path in the body: `data.0.amount`. */
  readonly where: string
  readonly recorded: unknown
  readonly now: unknown
}

/** All places where two answers differ; the first ones only of many. Empty where they are the same to the last byte. */
export function differences(recorded: RecordedAnswer, now: RecordedAnswer, most = 20): Difference[] {
  const found: Difference[] = []
  const note = (where: string, then: unknown, today: unknown) => {
    if (then !== today) found.push({ where, recorded: then, now: today })
  }
  note('kind', recorded.kind, now.kind)
  note('status', recorded.status, now.status)
  for (const name of new Set([...Object.keys(recorded.headers), ...Object.keys(now.headers)])) {
    note(`header ${name}`, headerOf(recorded, name), headerOf(now, name))
  }
  if (!Buffer.from(recorded.body).equals(now.body)) found.push(...inBody(recorded.body, now.body))
  return found.slice(0, most)
}

function headerOf({ headers }: RecordedAnswer, name: string): string | undefined {
  const value = headers[name]
  return value === undefined ? undefined : [value].flat().join(', ')
}

function inBody(recorded: Uint8Array, now: Uint8Array): Difference[] {
  const then = Buffer.from(recorded).toString()
  const today = Buffer.from(now).toString()
  const [a, b] = [parsed(then), parsed(today)]
  if (a === undefined || b === undefined) return [firstLine(then, today)]
  const found: Difference[] = []
  compare(a.value, b.value, '', found)
  return found.length > 0 ? found : [firstLine(then, today)]
}

function compare(then: unknown, now: unknown, path: string, found: Difference[]): void {
  if (isObject(then) && isObject(now)) {
    for (const key of new Set([...Object.keys(then), ...Object.keys(now)])) {
      const inner = path === '' ? key : `${path}.${key}`
      compare(
        Object.hasOwn(then, key) ? then[key] : undefined,
        Object.hasOwn(now, key) ? now[key] : undefined,
        inner,
        found,
      )
    }
  } else if (then !== now) found.push({ where: path || 'body', recorded: then, now })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** Of texts that are no JSON: the first line that differs. */
function firstLine(then: string, now: string): Difference {
  const [a, b] = [then.split('\n'), now.split('\n')]
  const at = a.findIndex((line, i) => line !== b[i])
  const line = at < 0 ? a.length : at
  return { where: `body, line ${line + 1}`, recorded: a[line], now: b[line] }
}
