import type { RecordedVendor } from '../../index.js'
import type { FileNote, Interaction, PactFile } from '../pact/pact-file.js'
import { httpInteraction } from './http-interaction.js'
import { messageInteraction } from './message-interaction.js'
import { EXAMPLE_NOW } from './moments.js'
import type { KnownReads } from './reads.js'
import { Setup } from './setup.js'
import type { Trace, TracedExchange } from './trace.js'

export interface RecordedFacts {
  readonly consumer: string
  readonly vendors: readonly RecordedVendor[]
  readonly traces: readonly Trace[]
  readonly reads: readonly KnownReads[]
  readonly fixtures: boolean
}

/** The contracts of all vendors that were asked something which a contract can be about. */
export function buildPacts({ vendors, traces, ...facts }: RecordedFacts): PactFile[] {
  return vendors
    .map((vendor) => buildPact({ ...facts, vendor, traces: traces.filter((each) => each.vendor.name === vendor.name) }))
    .filter(({ interactions }) => interactions.length > 0)
}

/** How many of so many exchanges are in no contract. */
export function countLeftOut(traces: readonly Trace[], exchanges: number): number {
  return exchanges - traces.flatMap((trace) => trace.exchanges).filter(isContract).length
}

interface PactFacts {
  readonly consumer: string
  readonly vendor: RecordedVendor
  readonly traces: readonly Trace[]
  readonly reads: readonly KnownReads[]
  readonly fixtures: boolean
}

/** One vendor's contract: every interaction once, in an order that does not depend on when it was met. */
function buildPact(facts: PactFacts): PactFile {
  const { consumer, vendor, traces, reads } = facts
  const setup = new Setup()
  const all = traces.flatMap((trace) => [
    ...trace.exchanges.filter(isContract).map((exchange) => httpInteraction(trace, exchange, setup, reads)),
    ...trace.deliveries.map((delivery) => messageInteraction(trace, delivery, setup, reads)),
  ])
  const interactions = once(all)
    .map((interaction) => (facts.fixtures ? withSampleData(interaction) : interaction))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
  return {
    consumer: { name: consumer },
    provider: { name: vendor.name },
    interactions,
    metadata: { pactSpecification: { version: '4.0' }, standin: noteOf(facts, setup, interactions) },
  }
}

/** What was not simulated, what failed inside and what a fault has changed is no promise of the vendor's. */
function isContract({ status, source }: TracedExchange): boolean {
  if (source.fidelity === 'refused' && status === 501) return false
  if (source.faults.length > 0) return status >= 400
  return status < 500
}

/** Of interactions with the same name the one that says most; where two say as much, always the same one. */
function once(all: readonly Interaction[]): Interaction[] {
  const best = new Map<string, { readonly interaction: Interaction; readonly text: string }>()
  for (const interaction of all) {
    const key = `${interaction.type} ${interaction.description}`
    const text = JSON.stringify(interaction)
    const other = best.get(key)
    const better = !other || text.length > other.text.length || (text.length === other.text.length && text < other.text)
    if (better) best.set(key, { interaction, text })
  }
  return [...best.values()].map(({ interaction }) => interaction)
}

function withSampleData(interaction: Interaction): Interaction {
  const states = [{ name: 'the sample data is there' }, ...(interaction.providerStates ?? [])]
  return { ...interaction, providerStates: states }
}

/** Requests by path and method, then messages. */
function orderOf({ type, description }: Interaction): string {
  const [method = '', path = '', ...rest] = description.split(' ')
  return type === 'Synchronous/HTTP' ? `1 ${path} ${method} ${rest.join(' ')}` : `2 ${description}`
}

function noteOf({ vendor, traces }: PactFacts, { steps }: Setup, interactions: readonly Interaction[]): FileNote {
  const named = new Set(interactions.flatMap(({ providerStates = [] }) => providerStates.map(({ name }) => name)))
  const setup = [...steps].filter(([name]) => named.has(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  const used = JSON.stringify([interactions, setup])
  const credentials = Object.entries(
    Object.assign({}, ...traces.map((trace) => trace.credentials)) as Record<string, string>,
  )
    .filter(([, example]) => used.includes(JSON.stringify(example).slice(1, -1)) || hiddenIn(interactions, example))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    vendor: vendor.name,
    description: { source: vendor.description.source, version: vendor.description.version },
    at: new Date(EXAMPLE_NOW).toISOString(),
    credentials: Object.fromEntries(credentials),
    ...(setup.length > 0 && { setup: Object.fromEntries(setup) }),
  }
}

/** Whether Basic carries it. */
function hiddenIn(interactions: readonly Interaction[], example: string): boolean {
  return interactions.some((interaction) => {
    if (interaction.type !== 'Synchronous/HTTP') return false
    const basic = /^Basic (.+)$/.exec([interaction.request.headers?.authorization].flat()[0] ?? '')?.[1]
    return basic !== undefined && Buffer.from(basic, 'base64').toString().includes(example)
  })
}
