import type { Call } from '../call.js'
import type { DeliveryRow } from '../events/delivery.js'
import type { Expected, When } from './schema.js'

/** A delivery as faults look at it. */
export interface DeliveryFacts {
  readonly row: DeliveryRow
  /** What would be sent; made only where a fault asks for it. */
  readonly body: () => unknown
}

type Test<T> = (subject: T) => boolean

/** Whether a request fits: its vendor, operation, body, query and header. */
export function requestMatcher(when: When): Test<Call> {
  const tests: Test<Call>[] = []
  const { vendor, operation, body, query, header } = when
  if (vendor !== undefined) tests.push((call) => call.vendor.name === vendor)
  if (operation !== undefined) {
    const fits = nameMatcher(operation)
    tests.push((call) => call.operation !== undefined && fits(call.operation.key))
  }
  if (body) tests.push(fieldsMatcher(body, (call: Call) => call.body))
  if (query) tests.push(fieldsMatcher(query, (call: Call) => call.query))
  for (const [name, expected] of Object.entries(header ?? {})) {
    const lower = name.toLowerCase()
    const fits = valueMatcher(expected)
    tests.push((call) => fits(call.header(lower)))
  }
  return all(tests)
}

/** Whether a delivery fits: its vendor, event, endpoint and body. */
export function deliveryMatcher(when: When): Test<DeliveryFacts> {
  const tests: Test<DeliveryFacts>[] = []
  const { vendor, event, endpoint, body } = when
  if (vendor !== undefined) tests.push(({ row }) => row.vendor === vendor)
  if (event !== undefined) {
    const fits = nameMatcher(event)
    tests.push(({ row }) => fits(row.type))
  }
  if (endpoint !== undefined) tests.push(({ row }) => row.endpoint === endpoint || row.url === endpoint)
  if (body) tests.push(fieldsMatcher(body, (facts: DeliveryFacts) => facts.body()))
  return all(tests)
}

/** Whether a name is one of those given; `*` stands for anything. */
export function nameMatcher(names: string | readonly string[]): Test<string> {
  const list = typeof names === 'string' ? [names] : names
  const exact = new Set(list.filter((name) => !name.includes('*')))
  const globs = list.filter((name) => name.includes('*')).map(globOf)
  return (name) => exact.has(name) || globs.some((glob) => glob.test(name))
}

function globOf(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`)
}

function fieldsMatcher<T>(fields: Readonly<Record<string, Expected>>, of: (subject: T) => unknown): Test<T> {
  const tests = Object.entries(fields).map(([path, expected]) => {
    const fits = valueMatcher(expected)
    return (subject: T) => fits(valueAt(of(subject), path))
  })
  return all(tests)
}

function valueMatcher(expected: Expected): Test<unknown> {
  if (expected === null) return (value) => value === null || value === undefined
  if (typeof expected === 'object') {
    const pattern = new RegExp(expected.matches)
    return (value) => isScalar(value) && pattern.test(String(value))
  }
  const text = String(expected)
  return (value) => isScalar(value) && String(value) === text
}

function isScalar(value: unknown): boolean {
  return value !== undefined && value !== null && typeof value !== 'object'
}

/** What stands at a dotted path; a key that has dots itself is found too. */
export function valueAt(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  if (Object.hasOwn(value, path)) return (value as Record<string, unknown>)[path]
  for (let dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot)
    if (!Object.hasOwn(value, head)) continue
    const found = valueAt((value as Record<string, unknown>)[head], path.slice(dot + 1))
    if (found !== undefined) return found
  }
  return undefined
}

function all<T>(tests: readonly Test<T>[]): Test<T> {
  return (subject) => tests.every((test) => test(subject))
}
