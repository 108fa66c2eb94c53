import { SandboxError } from '../../engine/errors.js'
import type { Observed, ObservedExchange, RecordingSource } from '../../index.js'
import { askedOf } from '../record/asked.js'
import { Recorder } from '../record/recorder.js'
import { type Field, type Found, findReads } from './find-reads.js'
import { fieldsOf, withhold } from './withhold.js'

type Outcome = ObservedExchange['outcome']

/** What changes answers on their way to the program, after they were observed. */
export class Withholding {
  private fields: readonly Field[] = []
  private readonly operations = new WeakMap<Outcome, string>()
  /** Every field that was answered. */
  private readonly answered = new Map<string, Field>()

  constructor(source: RecordingSource) {
    source.observe((observed: Observed) => {
      if (observed.kind !== 'exchange' || observed.operation === undefined) return
      this.operations.set(observed.outcome, observed.operation)
    })
  }

  set(fields: readonly Field[]): void {
    this.fields = fields
  }

  get all(): readonly Field[] {
    return [...this.answered.values()]
  }

  /** The answer that the program gets. */
  readonly outcome = (outcome: Outcome): Outcome => {
    const operation = this.operations.get(outcome)
    if (operation === undefined || outcome.kind !== 'reply' || outcome.status >= 400) return outcome
    const body = jsonOf(outcome.body)
    if (body === undefined) return outcome
    for (const field of fieldsOf(operation, body)) this.answered.set(`${operation} ${field.path}`, field)
    const paths = this.fields.filter((field) => field.operation === operation).map(({ path }) => path)
    return paths.length === 0 ? outcome : { ...outcome, body: JSON.stringify(withhold(body, paths)) }
  }
}

export interface KnockOut {
  readonly recording: RecordingSource
  readonly withholding: Withholding
  /** Empties the world, so that each run begins as the first did. */
  reset(): void
  /** Runs the program; what it gives (an exit code) is part of what it did. */
  run(): Promise<string | number>
  /** Told before each run how many there were. */
  progress?(runs: number): void
}

/**
 * Finds what a program reads by running it again and again.
 * @throws SANDBOX_BAD_INPUT for one that does not do the same twice
 */
export async function knockOut({ recording, withholding, reset, run, progress }: KnockOut): Promise<Found> {
  let runs = 0
  const recorder = new Recorder(recording)
  const behave = async (withheld: readonly Field[]) => {
    progress?.(runs++)
    recorder.clear()
    reset()
    withholding.set(withheld)
    const ended = await run()
    return [`ended with ${ended}`, ...recorder.traces().flatMap(askedOf).sort()].join('\n')
  }
  try {
    const usual = await behave([])
    const again = await behave([])
    if (usual !== again) throw unsteady(usual, again)
    return await findReads(withholding.all, usual, { run: behave })
  } finally {
    withholding.set([])
    recorder.stop()
  }
}

function unsteady(usual: string, again: string): SandboxError {
  const first = usual.split('\n')
  const other = again.split('\n').find((line) => !first.includes(line)) ?? 'fewer requests'
  const message = `The program does not do the same twice, so nothing can be found by withholding: ${other.slice(0, 300)}`
  return new SandboxError('SANDBOX_BAD_INPUT', message, 'Take chance out of what it asks, or declare what it reads.')
}

function jsonOf(body: unknown): unknown {
  if (typeof body !== 'string') return undefined
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
