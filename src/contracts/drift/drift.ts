import type { Description } from '../../../contracts/document.js'
import { type DriftRules, driftRulesOf } from '../../../contracts/drift-rules.js'
import { type Interaction, isHttp, type PactFile, vendorOf } from '../pact/pact-file.js'
import type { Finding, Severity } from './finding.js'
import { interactionChanges } from './interaction-changes.js'
import { lineOf } from './line-of.js'
import { nameOf, type Subject, subjectOf } from './subject.js'

/** A Pact file as it was read: its path is shown, and its text tells the lines of findings. */
export interface NamedPact {
  readonly file: string
  readonly text: string
  readonly pact: PactFile
}

export interface DriftOptions {
  readonly pacts: readonly NamedPact[]
  /** The description that is asked whether it still keeps the contracts. */
  readonly against: Description
  /**
   * What they were recorded against. Only with it is told what has become optional, nullable or is described no more.
   * Default: `pinned`, for the files that were recorded against it.
   */
  readonly from?: Description
  /** The description in use. */
  readonly pinned?: Description
  /** A change that a consumer only meets when it moves to that version is an error too. Default true. */
  readonly moving?: boolean
}

/** One interaction that was looked at. */
export interface Looked {
  readonly consumer: string
  readonly interaction: string
  readonly operation: string
  readonly file: string
  readonly line: number
  readonly findings: readonly Finding[]
}

export interface DriftReport {
  readonly vendor: string
  /** Version and source of the description that was asked. */
  readonly against: string
  readonly interactions: readonly Looked[]
  readonly findings: readonly Finding[]
  /** What a reader should know and is no finding. */
  readonly notes: readonly string[]
}

/** Says where a description does not keep contracts of one vendor, without running anything. */
export async function drift(vendor: string, options: DriftOptions): Promise<DriftReport> {
  const rules = await driftRulesOf(vendor)
  const target = subjectOf(options.against)
  const own = options.pacts.filter(({ pact }) => vendorOf(pact) === vendor)
  const subjects = new Map<Description, Subject>([[options.against, target]])
  const subjectFor = (description: Description): Subject => {
    const subject = subjects.get(description) ?? subjectOf(description)
    subjects.set(description, subject)
    return subject
  }
  const notes = new Set<string>()
  const interactions = own.flatMap((named) => {
    const from = options.from ?? recordedAgainst(named.pact, options.pinned)
    const base = from && from !== options.against ? subjectFor(from) : undefined
    if (!from && own.length > 0) notes.add(noBase(named))
    return named.pact.interactions.map((interaction): Looked => {
      const { operation, changes } = interactionChanges(interaction, { target, base, rules })
      const pinned = versionOf(interaction, rules)
      const at = { ...placeOf(named, interaction, vendor), operation }
      const moves = pinned !== undefined && pinned !== options.against.info.version
      const findings = changes.map(({ known, side, path, kind, message, remedy }): Finding => {
        const severity: Severity = known && (!moves || (options.moving ?? true)) ? 'error' : 'warning'
        const when = moves ? ` (once it asks for ${options.against.info.version}; it asks for ${pinned})` : ''
        const sure = known ? '' : '; nothing shows that it is read'
        const words = `${message}${sure}${when}`
        return { ...at, side, field: path.join('.'), kind, severity, message: words, ...(remedy && { remedy }) }
      })
      const { consumer, interaction: name, file, line } = at
      return { consumer, interaction: name, operation, file, line, findings }
    })
  })
  const findings = interactions.flatMap((each) => each.findings)
  return { vendor, against: nameOf(options.against), interactions, findings, notes: [...notes] }
}

/** The description in use, where a file was recorded against it. */
function recordedAgainst(pact: PactFile, pinned: Description | undefined): Description | undefined {
  const recorded = pact.metadata.standin?.description
  if (!pinned || recorded?.source !== pinned['x-source'] || recorded.version !== pinned.info.version) return undefined
  return pinned
}

function noBase({ file, pact }: NamedPact): string {
  const recorded = pact.metadata.standin?.description
  const what = recorded
    ? `was recorded against ${recorded.version} (${recorded.source})`
    : 'does not say its description'
  return `${file} ${what}: without that one (--from) no change of what is optional or may be null is seen.`
}

function placeOf({ file, text, pact }: NamedPact, interaction: Interaction, vendor: string) {
  const name = interaction.description
  return { consumer: pact.consumer.name, vendor, interaction: name, file, line: lineOf(text, name) }
}

/** The API version that a consumer itself asks for, or that the message was written in. */
function versionOf(interaction: Interaction, rules: DriftRules): string | undefined {
  if (!isHttp(interaction)) return rules.messageVersion?.(interaction.contents.content)
  const headers = Object.entries(interaction.request.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    [value].flat()[0] ?? '',
  ])
  return rules.requestVersion?.(Object.fromEntries(headers))
}
