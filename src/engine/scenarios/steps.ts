import { addDuration, parseDuration } from '../time/duration.js'
import type { Cancel } from '../time/scheduler.js'
import { perform, type Stage, sayAct } from './acts.js'
import { fitsCalls, fitsName } from './fits.js'
import { type Entry, isStaged, type Journal } from './journal.js'
import type { Act, After, Step } from './step-schema.js'
import { actsOf } from './written-scenario.js'

export interface StepState {
  readonly step: Step
  readonly index: number
  /** How often what it waits for has come. */
  seen: number
  state: 'waiting' | 'due' | 'done' | 'failed'
  error: string | undefined
}

/** The steps of a scenario: each waits for its moment. */
export class Steps {
  readonly states: readonly StepState[]
  private readonly stage: Stage
  private readonly journal: Journal
  private readonly cancels = new Set<Cancel>()
  private readonly quietTimers = new Map<StepState, NodeJS.Timeout>()
  /** Those that move the clock, one after the other. */
  private moves: Promise<void> = Promise.resolve()
  private readonly underWay = new Set<Promise<void>>()
  private stopped = false

  constructor(steps: readonly Step[], stage: Stage, journal: Journal) {
    this.states = steps.map((step, index) => ({ step, index, seen: 0, state: 'waiting', error: undefined }))
    this.stage = stage
    this.journal = journal
  }

  /** From now on. */
  begin(): void {
    const { world } = this.stage
    this.journal.listen((entry) => this.onEntry(entry))
    const start = world.clock.now()
    for (const state of this.states) {
      const { at } = state.step
      if (at !== undefined) this.schedule(state, addDuration(start, parseDuration(at)))
    }
  }

  stop(): void {
    this.stopped = true
    for (const cancel of this.cancels) cancel()
    for (const timer of this.quietTimers.values()) clearTimeout(timer)
  }

  /** Resolves when no step is under way. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay)
  }

  /** Steps that wait for the integration to be quiet do not wait any longer: it has ended. */
  finish(): void {
    for (const state of this.states) {
      if (state.state === 'waiting' && state.step.after?.quiet !== undefined && state.seen > 0) this.come(state)
    }
  }

  private onEntry(entry: Entry): void {
    if (this.stopped) return
    for (const state of this.states) {
      const { after } = state.step
      if (state.state !== 'waiting' || !after) continue
      if (after.quiet !== undefined) this.restartQuiet(state, after.quiet, entry)
      else this.count(state, after, occurrences(after, entry))
    }
  }

  private count(state: StepState, after: After, more: number): void {
    const nth = after.request?.nth ?? after.event?.nth ?? after.delivery?.nth ?? 1
    state.seen += more
    if (more > 0 && state.seen >= nth) this.come(state)
  }

  /** It counts from the last sign of the integration, once it has begun. */
  private restartQuiet(state: StepState, length: string, entry: Entry): void {
    const begins = entry.kind === 'exchange' && !isStaged(entry)
    if (begins) state.seen++
    if (state.seen === 0 || (!begins && entry.kind !== 'delivery')) return
    clearTimeout(this.quietTimers.get(state))
    const timer = setTimeout(() => this.come(state), addDuration(0, parseDuration(length)))
    timer.unref()
    this.quietTimers.set(state, timer)
  }

  /** What a step waited for has come. */
  private come(state: StepState): void {
    if (this.stopped || state.state !== 'waiting') return
    const { wait } = state.step
    if (wait === undefined) void this.fire(state)
    else this.schedule(state, addDuration(this.stage.world.clock.now(), parseDuration(wait)))
  }

  private schedule(state: StepState, due: number): void {
    state.state = 'due'
    this.cancels.add(this.stage.world.scheduler.at(due, () => this.fire(state)))
  }

  /** A step that moves the clock waits until the present move is over; the clock waits for any other one. */
  private fire(state: StepState): void {
    state.state = 'due'
    const moves = actsOf(state.step.do).some(([act]) => act.advance !== undefined)
    const work = moves ? this.moves.then(() => this.run(state)) : this.stage.world.scheduler.track(this.run(state))
    if (moves) this.moves = work
    const done = work.finally(() => this.underWay.delete(done))
    this.underWay.add(done)
  }

  private async run(state: StepState): Promise<void> {
    const { step, index } = state
    if (this.stopped) return
    const acts = actsOf(step.do).map(([act]) => act)
    try {
      for (const act of acts) await this.one(act, state)
      state.state = 'done'
    } catch (error) {
      state.state = 'failed'
      state.error = error instanceof Error ? error.message : String(error)
      this.journal.noteStep(index, step.name ?? acts.map(sayAct).join('; '), state.error)
      return
    }
    for (const other of this.states) {
      if (other.state === 'waiting' && step.name !== undefined && other.step.after?.step === step.name) this.come(other)
    }
  }

  private async one(act: Act, { step, index }: StepState): Promise<void> {
    const said = step.name === undefined ? sayAct(act) : `${step.name}: ${sayAct(act)}`
    this.journal.noteStep(index, said)
    const before = this.journal.step
    this.journal.step = index
    try {
      await perform(act, this.stage)
    } finally {
      this.journal.step = before
    }
  }
}

/** How often what is waited for happens in one entry. */
function occurrences(after: After, entry: Entry): number {
  if (after.request) {
    if (entry.kind !== 'exchange' || isStaged(entry)) return 0
    return fitsCalls(entry.observed, after.request) ? 1 : 0
  }
  if (after.event) {
    const { type, vendor } = after.event
    const emitted = entry.kind === 'exchange' ? entry.observed.emitted : entry.kind === 'change' ? entry.emitted : []
    return emitted.filter((each) => (vendor === undefined || each.vendor === vendor) && fitsName(each.type, type))
      .length
  }
  if (after.delivery && entry.kind === 'delivery') {
    const { event, vendor, answer } = after.delivery
    const { observed, accepted } = entry
    if (vendor !== undefined && observed.vendor !== vendor) return 0
    if (!fitsName(observed.row.type, event)) return 0
    return answer === undefined || (answer === 'accepted') === accepted ? 1 : 0
  }
  return 0
}
