import type { ObservedDelivery, RecordedVendor, StateName } from '../../index.js'
import { describeExchange } from './describe.js'
import { shortHash } from './draw.js'
import { Examples } from './examples.js'
import { type Content, contentOf, type Heard } from './heard.js'

export interface TracedExchange extends Heard {
  readonly description: string
  /** Ids in the request, as they were said. */
  readonly asks: ReadonlySet<string>
  /** Ids in the answer, as they were said. */
  readonly shows: ReadonlySet<string>
  /** The id of the resource that the answer is. */
  readonly main: string | undefined
}

export interface HeardDelivery {
  readonly source: ObservedDelivery
  /** The state in which the endpoint was told. */
  readonly listening: StateName | undefined
}

export interface TracedDelivery extends HeardDelivery {
  readonly content: Content
  /** The exchange that caused it. */
  readonly cause: TracedExchange | undefined
}

/** What one world heard of one vendor, in order, with the examples that stand for it. */
export interface Trace {
  readonly vendor: RecordedVendor
  readonly world: string
  readonly examples: Examples
  readonly exchanges: readonly TracedExchange[]
  readonly deliveries: readonly TracedDelivery[]
  /** By id: the first exchange whose answer shows it. */
  readonly shownBy: ReadonlyMap<string, TracedExchange>
  /** Examples of the world's credentials, by variable. */
  readonly credentials: Readonly<Record<string, string>>
}

export interface Heap {
  readonly vendor: RecordedVendor
  readonly world: string
  readonly heard: readonly Heard[]
  readonly deliveries: readonly HeardDelivery[]
}

/** Learns what there is to learn of one world and vendor. */
export function trace({ vendor, world, heard, deliveries }: Heap, allowed: ReadonlySet<string>): Trace {
  const examples = new Examples(vendor, allowed)
  const listed = vendor.credentials(world)
  for (const { address, value } of listed) if (address) examples.address(value)
  const credentials = Object.fromEntries(
    listed
      .filter(({ address, secret, value }) => !address && (secret || value.length >= 12))
      .map(({ variable, value }) => [variable, examples.credential(variable, value)]),
  )
  const exchanges: TracedExchange[] = []
  const shownBy = new Map<string, TracedExchange>()
  for (const each of heard) {
    learnRequest(each, examples)
    const traced = traceExchange(each, examples)
    learnAnswer(traced, examples)
    exchanges.push(traced)
    for (const id of traced.shows) if (!shownBy.has(id)) shownBy.set(id, traced)
  }
  const traced = deliveries.map((heard) => traceDelivery(heard, exchanges, examples))
  return { vendor, world, examples, exchanges, deliveries: traced, shownBy, credentials }
}

function learnRequest({ query, request }: Heard, examples: Examples): void {
  examples.learnRequest(Object.fromEntries(query))
  examples.learnRequest(request?.form ? Object.fromEntries(request.form) : request?.json)
}

function traceExchange(heard: Heard, examples: Examples): TracedExchange {
  const { path, query, request, response, requestHeaders } = heard
  const asks = new Set(examples.idsIn([path, ...query.flat(), request ? decoded(request) : ''].join('\n')))
  const shows = new Set(response ? examples.idsIn(response.text) : [])
  shows.delete(heard.source.id)
  const origin = originOf(heard, examples)
  for (const name of ['idempotency-key', 'x-request-id', 'x-correlation-id']) {
    examples.learnDrawn(requestHeaders[name] ?? '', `${origin}\n${name}`)
  }
  examples.learnDrawn(request?.text ?? '', `${origin}\nbody`)
  return { ...heard, description: describeExchange(heard, examples), asks, shows, main: mainId(response?.json) }
}

/** What makes a request the one that it is: what it says, in examples. */
function originOf({ source, method, path, query, request }: Heard, examples: Examples): string {
  const said = [path, ...query.map((pair) => pair.join('=')), request ? decoded(request) : '']
  return `${source.vendor} ${method} ${shortHash(said.map((text) => examples.text(text, source.at)).join('\n'), 24)}`
}

function learnAnswer(traced: TracedExchange, examples: Examples): void {
  const origin = originOf(traced, examples)
  if (traced.response?.json !== undefined) examples.learn(traced.response.json, origin)
  else if (traced.response) examples.learnText(traced.response.text, origin)
  for (const [name, value] of Object.entries(traced.responseHeaders)) examples.learnText(value, `${origin}\n${name}`)
}

function traceDelivery(heard: HeardDelivery, exchanges: readonly TracedExchange[], examples: Examples): TracedDelivery {
  const { source } = heard
  const type = Object.entries(source.request.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const content = contentOf(type, source.request.body) ?? { type: 'text/plain', text: '' }
  const cause = causeOf(source, content, exchanges, examples)
  const origin = `${cause ? originOf(cause, examples) : source.vendor} ${source.row.type}`
  if (content.json !== undefined) examples.learn(content.json, origin)
  else examples.learnText(content.text, origin)
  return { ...heard, content, cause }
}

/**
 * The last exchange before it that made such an event of something the message speaks of; or, for what came of a timer, the last
 * one that made or changed something it speaks of.
 */
function causeOf(
  { sequence, row }: ObservedDelivery,
  content: Content,
  exchanges: readonly TracedExchange[],
  examples: Examples,
): TracedExchange | undefined {
  const said = new Set(examples.idsIn(decoded(content)))
  const before = exchanges.filter(({ source }) => source.sequence < sequence)
  const emits = ({ source }: TracedExchange) =>
    source.emitted.some(({ type, object }) => type === row.type && said.has(idOf(object) ?? ''))
  const changes = ({ method, shows, main }: TracedExchange) =>
    method !== 'GET' && (said.has(main ?? '') || [...shows].some((id) => said.has(id)))
  return before.findLast(emits) ?? before.findLast(changes)
}

/** The id of a resource as its vendor's own rows have it. */
export function idOf(object: unknown): string | undefined {
  const { id } = (object ?? {}) as { id?: unknown }
  return typeof id === 'string' ? id : undefined
}

function mainId(json: unknown): string | undefined {
  const { id, Id } = (json ?? {}) as { id?: unknown; Id?: unknown }
  return [id, Id].find((value): value is string => typeof value === 'string')
}

function decoded({ text, form }: Content): string {
  return form ? form.map((pair) => pair.join('=')).join('\n') : text
}
