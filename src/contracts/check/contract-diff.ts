import type { NamedPact } from '../drift/drift.js'
import { fieldsRead } from '../drift/fields-read.js'
import { formFields, nested } from '../drift/form-fields.js'
import { EACH } from '../drift/promise.js'
import { type Interaction, isHttp, type PactFile, vendorOf } from '../pact/pact-file.js'

/** What a program does with a vendor that its contract does not say, or the other way round. */
export interface Difference {
  readonly what: 'called' | 'met' | 'told' | 'sent' | 'read' | 'answered'
  readonly change: 'new' | 'gone'
  /** Key of the operation or the event's name; of what was met, the interaction's description. */
  readonly operation: string
  /** Dotted path of what is sent or read. */
  readonly field?: string
}

export interface ContractDiff {
  readonly consumer: string
  readonly vendor: string
  /** The contract that is committed, where there is one. */
  readonly file: string | undefined
  readonly differences: readonly Difference[]
}

/** Compares what was recorded now with the contracts that are there, those of one consumer. */
export function contractDiffs(
  consumer: string,
  before: readonly NamedPact[],
  now: readonly PactFile[],
): ContractDiff[] {
  const own = before.filter(({ pact }) => pact.consumer.name === consumer)
  const vendors = [...new Set([...own.map(({ pact }) => pact), ...now].map(vendorOf))].sort()
  return vendors.map((vendor) => {
    const older = own.find(({ pact }) => vendorOf(pact) === vendor)
    const newer = now.find((pact) => vendorOf(pact) === vendor)
    const differences = differencesOf(older?.pact.interactions ?? [], newer?.interactions ?? [])
    return { consumer, vendor, file: older?.file, differences }
  })
}

/** Whether two contracts promise and ask the same, in whatever order and words of the file. */
function differencesOf(before: readonly Interaction[], now: readonly Interaction[]): Difference[] {
  const [older, newer] = [usesOf(before), usesOf(now)]
  const found: Difference[] = []
  for (const change of ['new', 'gone'] as const) {
    const [these, those] = change === 'new' ? [newer, older] : [older, newer]
    for (const [operation, use] of these) {
      const other = those.get(operation)
      if (!other) {
        found.push({ what: use.isEvent ? 'told' : 'called', change, operation })
        continue
      }
      for (const met of missing(use.met, other.met)) found.push({ what: 'met', change, operation: met })
      for (const field of missing(use.sent, other.sent)) found.push({ what: 'sent', change, operation, field })
      const what = use.known ? 'read' : 'answered'
      for (const field of missing(use.read, other.read)) found.push({ what, change, operation, field })
    }
  }
  return found
}

interface Use {
  readonly isEvent: boolean
  readonly met: Set<string>
  readonly sent: Set<string>
  readonly read: Set<string>
  known: boolean
}

/** All that is done with each operation or event, over its interactions. */
function usesOf(interactions: readonly Interaction[]): Map<string, Use> {
  const uses = new Map<string, Use>()
  for (const interaction of interactions) {
    const name = nameOf(interaction)
    const none: Use = { isEvent: !isHttp(interaction), met: new Set(), sent: new Set(), read: new Set(), known: true }
    const use = uses.get(name) ?? none
    uses.set(name, use)
    use.met.add(interaction.description)
    const { paths, known } = fieldsRead(interaction)
    for (const path of paths) use.read.add(path.join('.'))
    if (!known) use.known = false
    for (const path of sentBy(interaction)) use.sent.add(path)
  }
  return uses
}

function nameOf(interaction: Interaction): string {
  const note = interaction.comments?.standin
  const own = note?.operation ?? note?.event
  if (own !== undefined) return own
  return isHttp(interaction) ? `${interaction.request.method} ${interaction.request.path}` : interaction.description
}

function sentBy(interaction: Interaction): string[] {
  if (!isHttp(interaction)) return []
  const { query = {}, body } = interaction.request
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  )
  const content = typeof body?.content === 'string' ? formFields(body.content) : body?.content
  return [...leaves(nested(pairs), []), ...leaves(content, [])]
}

function leaves(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, [...path, EACH]))
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path.join('.')] : []
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]))
}

function missing(these: ReadonlySet<string>, those: ReadonlySet<string>): string[] {
  return [...these].filter((each) => !those.has(each)).sort()
}

/** One difference in plain words. */
export function inWords({ what, change, operation, field }: Difference): string {
  const now = change === 'new' ? 'newly' : 'no longer'
  switch (what) {
    case 'called':
      return `${now} called: ${operation}`
    case 'told':
      return `${now} told of: ${operation}`
    case 'met':
      return `${now} met: ${operation}`
    case 'sent':
      return `${now} sent: \`${field}\` to ${operation}`
    case 'read':
      return `${now} read: \`${field}\` of ${operation}`
    case 'answered':
      return `${now} in the answer, not known to be read: \`${field}\` of ${operation}`
  }
}
