import { SandboxError } from '../errors.js'
import { observeCommand } from '../observe/observe-command.js'
import type { Sandbox } from '../sandbox.js'
import { parseMoment } from '../time/duration.js'
import type { World } from '../world/world.js'
import { problemAt } from '../written/problems.js'
import { ActiveFaults } from './active-faults.js'
import { request, type Stage, state } from './acts.js'
import { checkScenario } from './check.js'
import { Journal } from './journal.js'
import { Names } from './names.js'
import { type Report, reportOf } from './report.js'
import { Steps } from './steps.js'
import type { WrittenScenario } from './written-scenario.js'

export interface StartOptions {
  /** The world is not emptied first: what the integration has set up there stays. Default false. */
  readonly keep?: boolean | undefined
}

/** A scenario that is on in a world. */
export class RunningScenario {
  readonly written: WrittenScenario
  readonly world: World
  readonly journal: Journal
  readonly steps: Steps
  readonly faults: ActiveFaults
  readonly names: Names
  /** World's clock, Unix milliseconds. */
  readonly startedAt: number
  private exitCode: number | undefined
  private over = false

  private constructor(written: WrittenScenario, stage: Stage) {
    const { steps = [] } = written.scenario
    this.written = written
    this.world = stage.world
    this.names = stage.names
    this.faults = stage.faults
    this.startedAt = this.world.clock.now()
    this.journal = new Journal(this.world)
    this.steps = new Steps(steps, stage, this.journal)
  }

  /**
   * Empties the world, puts in place what is to be there, and begins. Where anything is wrong, nothing is left half done.
   * @throws SANDBOX_BAD_SCENARIO, SANDBOX_NOT_FOUND for a world that there is not
   */
  static async start(
    written: WrittenScenario,
    sandbox: Sandbox,
    worldName: string,
    { keep = false }: StartOptions = {},
  ): Promise<RunningScenario> {
    checkScenario(written, sandbox)
    const { scenario } = written
    const world = keep ? sandbox.world(worldName) : empty(written, sandbox, worldName)
    const faults = new ActiveFaults(world)
    const stage: Stage = { world, vendors: scenario.vendors, names: new Names(), faults }
    try {
      await seed(written, stage)
      await world.scheduler.settled()
      const running = new RunningScenario(written, stage)
      for (const fault of scenario.faults ?? []) faults.add(stage.names.fill(fault))
      running.steps.begin()
      return running
    } catch (error) {
      faults.stop()
      if (!keep) sandbox.resetWorld(worldName)
      throw error
    }
  }

  /** True once it was stopped, or its world emptied. */
  get ended(): boolean {
    return this.over || this.world.closed
  }

  /** The command of `scenario run` has ended: steps that wait for it to be quiet come, and what they cause. */
  async finish(exitCode?: number): Promise<void> {
    this.exitCode = exitCode
    this.steps.finish()
    await this.settled()
  }

  /** How it stands. Steps and deliveries under way are waited for. */
  async check(): Promise<Report> {
    if (!this.ended) await this.settled()
    return this.report()
  }

  /** How it stands at this moment, whatever is under way. */
  report(): Report {
    return reportOf(this, this.exitCode)
  }

  /** Takes its faults and steps away; the world stays as it is. */
  stop(): void {
    if (this.over) return
    this.over = true
    this.steps.stop()
    this.faults.stop()
    this.journal.stop()
  }

  private async settled(): Promise<void> {
    await this.steps.settled()
    await this.world.scheduler.settled()
    await this.steps.settled()
  }
}

function empty({ scenario }: WrittenScenario, sandbox: Sandbox, name: string): World {
  const { at, frozen } = scenario.clock ?? {}
  sandbox.world(name)
  return sandbox.resetWorld(name, {
    limits: scenario.limits ?? false,
    ...(frozen !== undefined && { frozen }),
    ...(at !== undefined && { at: parseMoment(at) }),
  })
}

async function seed({ scenario, document }: WrittenScenario, stage: Stage): Promise<void> {
  const { fixtures = false, states = [], requests = [] } = scenario.seed ?? {}
  if (fixtures) await seedFixtures(stage)
  const at = async (path: PropertyKey[], work: Promise<void>) => {
    try {
      await work
    } catch (error) {
      if (!(error instanceof SandboxError)) throw error
      const message = problemAt(document, ['seed', ...path], error.message)
      throw new SandboxError('SANDBOX_BAD_SCENARIO', message, error.remedy, { cause: error })
    }
  }
  for (const [i, step] of states.entries()) await at(['states', i], state(step, stage))
  for (const [i, step] of requests.entries()) await at(['requests', i], request(step, stage))
}

async function seedFixtures({ world, vendors }: Stage): Promise<void> {
  // A sandbox that was started with sample data has put it in already.
  if (world.sandbox.options.fixtures) return
  for (const name of vendors) {
    const runtime = world.sandbox.runtime(name)
    const fixtures = await runtime?.definition.loadFixtures?.()
    if (!runtime || !fixtures) continue
    world.transact('sample data', undefined, () => fixtures.seed(world.view(runtime, '')))
    observeCommand(world, 'sample data', { vendor: name })
  }
}
