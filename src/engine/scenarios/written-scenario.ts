import { SandboxError } from '../errors.js'
import type { WrittenDocument } from '../written/document.js'
import { problemAt } from '../written/problems.js'
import type { Scenario } from './schema.js'

/** A scenario with the file it was read from, so that what is found wrong later can still say where it stands. */
export interface WrittenScenario {
  readonly scenario: Scenario
  readonly document: WrittenDocument
}

/** `<customer.id>`: what an earlier answer holds. */
export const REFERENCE = /<([a-z][\w-]*)((?:\.[\w-]+)+)>/gi

type Path = readonly PropertyKey[]

/** Gathers what is wrong with a scenario, each with its place, to be told all at once. */
export class Problems {
  private readonly document: WrittenDocument
  private readonly lines: string[] = []

  constructor(document: WrittenDocument) {
    this.document = document
  }

  get count(): number {
    return this.lines.length
  }

  add(path: Path, what: string): void {
    const line = problemAt(this.document, path, what)
    if (!this.lines.includes(line)) this.lines.push(line)
  }

  /** @throws SANDBOX_BAD_SCENARIO where there are any */
  throwAny(remedy = 'Correct it there.'): void {
    if (this.lines.length > 0) throw new SandboxError('SANDBOX_BAD_SCENARIO', this.lines.join('\n'), remedy)
  }
}

/** A part of a scenario that can name its vendor. */
export interface VendorPlace {
  readonly vendor: string | undefined
  readonly path: Path
  /** A fault without a vendor is for all of them. */
  readonly forAll?: boolean
}

export function vendorPlaces({ seed, faults = [], steps = [], expect }: Scenario): VendorPlace[] {
  return [
    ...(seed?.states ?? []).map(({ vendor }, i) => ({ vendor, path: ['seed', 'states', i] })),
    ...(seed?.requests ?? []).map(({ vendor }, i) => ({ vendor, path: ['seed', 'requests', i] })),
    ...faults.map(({ when }, i) => ({ vendor: when?.vendor, path: ['faults', i, 'when'], forAll: true })),
    ...steps.flatMap((step, i) => placesOfStep(step, ['steps', i])),
    ...expect.flatMap((expectation, i) =>
      Object.entries(expectation).flatMap(([kind, wanted]) =>
        typeof wanted === 'object' ? [{ vendor: wanted.vendor, path: ['expect', i, kind] }] : [],
      ),
    ),
  ]
}

function placesOfStep({ after, do: done }: NonNullable<Scenario['steps']>[number], path: Path): VendorPlace[] {
  const { request, event, delivery } = after ?? {}
  const waits = Object.entries({ request, event, delivery }).map(
    ([part, is]) => [is, [...path, 'after', part]] as const,
  )
  const acts = actsOf(done).flatMap(([act, at]) => {
    const { trigger, resend, request: sent, state, roll } = act
    const below = (part: string) => [...path, 'do', ...at, part]
    return Object.entries({ trigger, resend, request: sent, state, roll }).map(
      ([part, is]) => [is, below(part)] as const,
    )
  })
  const faults = actsOf(done).flatMap(([{ fault }, at]) =>
    fault ? [{ vendor: fault.when?.vendor, path: [...path, 'do', ...at, 'fault', 'when'], forAll: true }] : [],
  )
  const named = [...waits, ...acts].flatMap(([is, at]) => (is ? [{ vendor: is.vendor, path: at }] : []))
  return [...named, ...faults]
}

type Acts = NonNullable<Scenario['steps']>[number]['do']
type One = Exclude<Acts, readonly unknown[]>

/** The acts of a step, each with its path below `do`. */
export function actsOf(done: Acts): [act: One, at: Path][] {
  return Array.isArray(done) ? done.map((act, i) => [act, [i]]) : [[done, []]]
}
