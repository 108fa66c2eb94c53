import { sayAct } from './acts.js'
import { deliveriesIn, exchangesIn } from './journal.js'
import type { Evidence, Verdict } from './judge/evidence.js'
import { judge, kindOf } from './judge/judge.js'
import type { RunningScenario } from './running.js'
import { say } from './say.js'
import type { StepState } from './steps.js'
import { type Line, timelineOf } from './timeline.js'
import { actsOf } from './written-scenario.js'

export type Outcome = 'passed' | 'failed' | 'incomplete'

export interface ExpectationReport {
  /** In plain words. */
  readonly text: string
  readonly because: string | undefined
  /** Name of the expectation: `calls`. */
  readonly kind: string
  readonly state: Verdict['state']
  readonly seen: readonly string[]
}

/** What became of a scenario: plain data, without secrets. */
export interface Report {
  readonly scenario: {
    readonly name: string
    readonly title: string
    readonly story: string
    readonly vendors: readonly string[]
  }
  readonly world: string
  /** failed: an expectation was broken; incomplete: none was, but something of the scenario did not come about. */
  readonly outcome: Outcome
  /** World's clock, ISO 8601. */
  readonly startedAt: string
  readonly now: string
  readonly exitCode: number | undefined
  readonly expectations: readonly ExpectationReport[]
  /** Faults that never struck, steps that did not come or failed. */
  readonly missing: readonly string[]
  readonly timeline: readonly Line[]
  /** True where the journal was full before the end. */
  readonly cut: boolean
}

export function reportOf(running: RunningScenario, exitCode: number | undefined): Report {
  const { written, world, journal } = running
  const { name, title, story, vendors, expect } = written.scenario
  const entries = journal.inOrder()
  const evidence: Evidence = {
    world,
    vendors,
    exchanges: exchangesIn(entries),
    deliveries: deliveriesIn(entries),
    changes: webhookChanges(running),
    exitCode,
  }
  const expectations = expect.map((expectation) => {
    const filled = running.names.fill(expectation)
    const verdict = judge(filled, evidence)
    return { text: say(filled), because: expectation.because, kind: kindOf(expectation)[0], ...verdict }
  })
  const missing = missingIn(running)
  return {
    scenario: { name, title, story: story.trim(), vendors },
    world: world.name,
    outcome: outcomeOf(expectations, missing),
    startedAt: new Date(running.startedAt).toISOString(),
    now: new Date(world.clock.now()).toISOString(),
    exitCode,
    expectations,
    missing,
    timeline: timelineOf(running, entries),
    cut: journal.full,
  }
}

function webhookChanges({ faults }: RunningScenario): Map<string, string> {
  const changes = new Map<string, string>()
  for (const { name, fault } of faults.states) {
    if (fault.effect.kind === 'webhook') changes.set(name, fault.effect.change)
  }
  return changes
}

function outcomeOf(expectations: readonly ExpectationReport[], missing: readonly string[]): Outcome {
  if (expectations.some(({ state }) => state === 'broken')) return 'failed'
  return missing.length > 0 || expectations.some(({ state }) => state === 'unseen') ? 'incomplete' : 'passed'
}

function missingIn({ faults, steps }: RunningScenario): string[] {
  return [
    ...faults.states.filter(({ struck }) => struck === 0).map(({ name }) => `the fault "${name}" never struck`),
    ...steps.states.filter(({ state }) => state !== 'done').map(missingStep),
  ]
}

function missingStep({ step, state, error }: StepState): string {
  const name =
    step.name ??
    actsOf(step.do)
      .map(([act]) => sayAct(act))
      .join('; ')
  return state === 'failed' ? `the step "${name}" failed: ${error}` : `the step "${name}" did not come`
}
