import { SandboxError } from '../../engine/errors.js'
import { jsonPath } from './json-path.js'

/** Fields of a form; what is nested becomes `a[b]` and `a[0]`. A value may be one of Pact's matchers, such as `MatchersV3.regex(...)`. */
export interface FormBody {
  readonly [name: string]: FormValue
}
type FormValue = string | number | boolean | PactMatcher | FormBody | readonly FormValue[]

interface PactMatcher {
  readonly 'pact:matcher:type': string
  readonly value?: unknown
}

/** What Pact's own builder keeps from its users, and forms need. */
interface Inside {
  withRequestBody(body: string, contentType: string): unknown
  withRequestMatchingRules(rules: string): unknown
}

const TYPE = 'application/x-www-form-urlencoded'

/**
 * Gives a request of a `@pact-foundation/pact` consumer test (PactV4) a form for its body, which Pact itself would take for
 * binary data and never match: `.withRequest('POST', '/v1/customers', (request) => formBody(request, { email: 'a@example.com' }))`.
 * @throws SANDBOX_BAD_INPUT for a builder of another version of Pact
 */
export function formBody<B extends object>(builder: B, fields: FormBody): B {
  const { interaction } = builder as { interaction?: Inside }
  if (typeof interaction?.withRequestBody !== 'function') {
    const remedy = 'Use it inside withRequest of PactV4, with @pact-foundation/pact 16 or 17.'
    throw new SandboxError('SANDBOX_BAD_INPUT', 'This is no builder of a request that a form can be given to.', remedy)
  }
  const pairs = flatten(fields)
  const body = new URLSearchParams(pairs.map(({ name, value }) => [name, exampleOf(value)] as [string, string]))
  const { headers } = builder as { headers?: (headers: Record<string, string>) => unknown }
  headers?.call(builder, { 'Content-Type': TYPE })
  interaction.withRequestBody(body.toString(), TYPE)
  const rules = pairs.flatMap(({ name, value }) =>
    isMatcher(value) ? [[jsonPath([name]), ruleOf(value)] as const] : [],
  )
  if (rules.length > 0) interaction.withRequestMatchingRules(JSON.stringify({ body: Object.fromEntries(rules) }))
  return builder
}

interface Pair {
  readonly name: string
  readonly value: string | number | boolean | PactMatcher
}

function flatten(value: FormValue, name = ''): Pair[] {
  if (typeof value !== 'object' || isMatcher(value)) return [{ name, value }]
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner as FormValue, name === '' ? key : `${name}[${key}]`),
  )
}

function isMatcher(value: unknown): value is PactMatcher {
  return typeof value === 'object' && value !== null && 'pact:matcher:type' in value
}

function exampleOf(value: Pair['value']): string {
  return String(isMatcher(value) ? (value.value ?? '') : value)
}

function ruleOf({ 'pact:matcher:type': match, value: _, ...more }: PactMatcher): object {
  return { combine: 'AND', matchers: [{ match, ...more }] }
}
