import type { ObservedExchange } from '../../index.js'
import { jsonPath, type Path } from '../pact/json-path.js'
import type { MatchingRules, MessageInteraction, PactBody, ProviderState } from '../pact/pact-file.js'
import { bodyRules, one } from './body-rules.js'
import { withOneItem } from './common-item.js'
import { literally } from './header-rules.js'
import { pactBody } from './pact-request.js'
import { type KnownReads, pruned, readsOf } from './reads.js'
import { patternOf } from './request-rules.js'
import { passed, type Setup } from './setup.js'
import type { Trace, TracedDelivery } from './trace.js'
import { xmlRules } from './xml-rules.js'

/** Headers of a delivery that no contract is about. */
const IGNORED = new Set(['content-type', 'content-length', 'user-agent', 'accept', 'cache-control', 'host'])

/** An acknowledged delivery as a message of a contract. */
export function messageInteraction(
  trace: Trace,
  delivery: TracedDelivery,
  setup: Setup,
  known: readonly KnownReads[],
): MessageInteraction {
  const { source, content, cause } = delivery
  const { examples } = trace
  const { type } = source.row
  const reads = readsOf(known, [type])
  const said = content.json === undefined ? content : { ...content, json: withOneItem(pruned(content.json, reads)) }
  const contents = pactBody(said, examples, source.at)
  const metadata = metadataOf(delivery, trace)
  const states = statesOf(trace, delivery, setup)
  return {
    type: 'Asynchronous/Messages',
    description: `${type}${cause ? ` after ${cause.description}` : ''}`,
    ...(states.length > 0 && { providerStates: states }),
    comments: { standin: { event: type, fidelity: 'modelled', reads } },
    contents,
    metadata,
    matchingRules: rulesOf(contents, metadata, trace, type, reads.fields !== undefined),
  }
}

/** The endpoint is there, then what was done until it was told. */
function statesOf(trace: Trace, { source, listening, cause }: TracedDelivery, setup: Setup): ProviderState[] {
  const { examples } = trace
  const states: ProviderState[] = []
  if (listening) {
    const params = examples.data(listening.params ?? {}, source.at) as Record<string, unknown>
    states.push({ name: listening.name, params })
  }
  if (!cause) return states
  const before = setup.statesBefore(trace, cause, cause.asks)
  return [...states, ...before, setup.state(trace, cause, new Set()), ...passed(waited(source, cause.source))]
}

/** What passed on the world's clock alone. */
function waited(delivery: TracedDelivery['source'], cause: ObservedExchange): number {
  return delivery.at - cause.at - (delivery.wallTime - cause.wallTime)
}

function metadataOf({ source, content }: TracedDelivery, { examples }: Trace): Record<string, unknown> {
  const kept = Object.entries(source.request.headers)
    .filter(([name]) => !IGNORED.has(name.toLowerCase()))
    .map(([name, value]) => [name, stable(examples.text(value, source.at))])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return { contentType: content.type, ...Object.fromEntries(kept) }
}

/** A signature is another one each time: of hexadecimal digits or base 64 as many, and none that means anything. */
function stable(value: string): string {
  if (BASE64.test(value)) return Buffer.alloc(Buffer.from(value, 'base64').length).toString('base64')
  return value
    .replace(/\b[0-9a-f]{32,}\b/g, (found) => 'c0ffee'.repeat(22).slice(0, found.length))
    .replace(/\b\d{10}\b/g, '1767268800')
}

function rulesOf(
  contents: PactBody,
  metadata: Readonly<Record<string, unknown>>,
  trace: Trace,
  type: string,
  read: boolean,
): MatchingRules {
  const { examples, vendor } = trace
  const headers = Object.entries(metadata)
    .filter(([name]) => name !== 'contentType')
    .map(([name, value]) => [name, one({ match: 'regex', regex: signaturePattern(String(value)) })] as const)
  const header = headers.length > 0 ? { metadata: Object.fromEntries(headers) } : {}
  if (typeof contents.content === 'string' && /x-www-form-urlencoded/.test(contents.contentType ?? '')) {
    return { body: formRules(contents.content, type, examples), ...header }
  }
  if (typeof contents.content === 'string') {
    return /xml/.test(contents.contentType ?? '') ? { body: xmlRules(contents.content, examples), ...header } : header
  }
  const schema = vendor.description.events[type]
  const at = schema && placeOf(contents.content, vendor.description.objectType(schema))
  const body = bodyRules(contents.content, {
    examples,
    description: vendor.description,
    schema: at && schema,
    ...(at && { at }),
    read,
    refusal: false,
  })
  // Which event it is decides everything.
  for (const [path, rules] of Object.entries(body)) {
    if (/^\$\.\w+$/.test(path) && (contents.content as Record<string, unknown>)[path.slice(2)] === type)
      delete body[path]
    else body[path] = rules
  }
  return { body, ...header }
}

/** Every field must be there; which event it is must be as it was, and ids of their form. */
function formRules(content: string, type: string, examples: Trace['examples']): MatchingRules[string] {
  const fields = [...new URLSearchParams(content)].filter(([, value]) => value !== type)
  const ruled = fields.map(([name, value]) => {
    const regex = /^[[{]/.test(value) ? undefined : patternOf(value, examples)
    return [jsonPath([name]), one({ match: 'regex', regex: regex ?? '^[\\s\\S]*$' })] as const
  })
  return Object.fromEntries(ruled)
}

/** Where in a message the resource stands that it is about. */
function placeOf(content: unknown, object: string | undefined): Path | undefined {
  if (object === undefined) return undefined
  const search = (value: unknown, path: Path): Path | undefined => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const fields = value as Record<string, unknown>
    if (fields.object === object) return path
    for (const [key, inner] of Object.entries(fields)) {
      const found = search(inner, [...path, key])
      if (found) return found
    }
    return undefined
  }
  return search(content, [])
}

/** Of 20 bytes and more, as keyed digests are. */
const BASE64 = /^[A-Za-z0-9+/]{26,}={0,2}$/

/** Of a signature: each part must be there, with digits of its kind. */
function signaturePattern(value: string): string {
  if (BASE64.test(value)) return `^[A-Za-z0-9+/]{${value.replace(/=+$/, '').length}}={0,2}$`
  const parts = value.split(/([0-9a-f]{32,}|\d{10})/)
  return `^${parts.map((part, i) => (i % 2 === 0 ? literally(part) : part.length === 10 ? '\\d+' : '[0-9a-f]+')).join('')}$`
}
