import type { PactFile } from '../pact/pact-file.js'
import type { Mismatch, Verdict } from './run-verifier.js'

/** One thing that is not as the contract says. */
export interface Problem {
  /** `status`, `header request-id`, `$.latest_charge.id`, or `state`. */
  readonly field: string
  readonly message: string
}

export interface InteractionResult {
  readonly description: string
  readonly kind: 'request' | 'message'
  readonly problems: readonly Problem[]
  /** What stood behind the answer. */
  readonly fidelity: string | undefined
  readonly milliseconds: number
}

/** What became of one contract. */
export interface Verification {
  readonly consumer: string
  readonly vendor: string
  /** The file or URL that it came from. */
  readonly from: string
  readonly interactions: readonly InteractionResult[]
}

export interface Seen {
  readonly fidelity: ReadonlyMap<number, string>
  readonly failures: readonly string[]
  readonly untold: ReadonlyMap<string, string>
}

/** The verifier's verdict, interaction by interaction. */
export function interactionResults(
  pact: PactFile,
  verdict: Verdict,
  seen: Seen,
  allowGeneric: boolean,
): InteractionResult[] {
  const failures = [...seen.failures]
  return pact.interactions.map(({ type, description }, place) => {
    const result = verdict.interactionResults.find((each) => each.description === description)
    const errors = verdict.errors.filter(({ interaction }) => interaction.endsWith(` - ${description}`))
    const untold = type === 'Asynchronous/Messages' ? seen.untold.get(description) : undefined
    if (untold !== undefined) errors.splice(0, errors.length, { interaction: '', mismatch: { type: 'untold' } })
    if (untold !== undefined) failures.unshift(untold)
    const problems = errors.flatMap(({ mismatch }) =>
      mismatch.mismatches
        ? mismatch.mismatches.flatMap(problemsOf)
        : [{ field: 'state', message: failures.shift() ?? mismatch.message ?? mismatch.type }],
    )
    const fidelity = type === 'Synchronous/HTTP' ? seen.fidelity.get(place) : 'modelled'
    if (fidelity === 'generic' && !allowGeneric) problems.push(GENERIC)
    if (!result && problems.length === 0) problems.push({ field: 'state', message: 'It was not verified.' })
    return {
      description,
      kind: type === 'Synchronous/HTTP' ? 'request' : 'message',
      problems,
      fidelity,
      milliseconds: durationOf(result?.duration ?? ''),
    }
  })
}

const GENERIC: Problem = {
  field: 'fidelity',
  message: 'Only the description stands behind this answer (generic). Let it pass with --allow-generic.',
}

/** Each field is named, one that is missing too. */
function problemsOf({ type, path = '$', key, expected, actual, mismatch, message }: Mismatch): Problem[] {
  const said = mismatch ?? message ?? type
  const missing = /missing the following keys/.test(said) ? missingKeys(expected, actual) : []
  if (missing.length > 0) {
    return missing.map((name) => ({ field: `${path}.${name}`, message: 'It is missing.' }))
  }
  if (type === 'StatusMismatch') return [{ field: 'status', message: `Expected ${expected}, got ${actual}.` }]
  if (type === 'HeaderMismatch') return [{ field: `header ${key}`, message: said }]
  if (type === 'MetadataMismatch') return [{ field: `metadata ${key}`, message: said }]
  if (type === 'BodyTypeMismatch') return [{ field: 'body', message: said }]
  return [{ field: path, message: said }]
}

function missingKeys(expected = '[]', actual = '[]'): string[] {
  try {
    const there = new Set(JSON.parse(actual) as string[])
    return (JSON.parse(expected) as string[]).filter((key) => !there.has(key))
  } catch {
    return []
  }
}

function durationOf(text: string): number {
  const [, value = '0', unit = 'ms'] = /^([\d.]+)\s*(\w+)$/.exec(text) ?? []
  return Math.round(Number(value) * (unit === 's' ? 1000 : unit === 'µs' ? 0.001 : 1))
}
