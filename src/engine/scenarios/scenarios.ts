import { SandboxError } from '../errors.js'
import type { Sandbox } from '../sandbox.js'
import { ScenarioFiles } from './files.js'
import { readScenario } from './read.js'
import type { Report } from './report.js'
import { RunningScenario } from './running.js'
import { describeScenario, type ScenarioView } from './view.js'
import type { WrittenScenario } from './written-scenario.js'

/** By its name, or as the text of a file. */
export type Wanted =
  | { readonly name: string; readonly file?: undefined; readonly text?: undefined }
  | { readonly file: string; readonly text: string; readonly name?: undefined }

/** One that cannot be read is there with what is wrong. */
export type Listed = ScenarioView | { readonly name: string; readonly error: string }

/** The scenarios there are, and those that are on in a sandbox's worlds: one a world. */
export class Scenarios {
  readonly files: ScenarioFiles
  private readonly sandbox: Sandbox
  private readonly running = new Map<string, RunningScenario>()

  /** @param folders the user's own */
  constructor(sandbox: Sandbox, folders: readonly string[] = []) {
    this.sandbox = sandbox
    this.files = new ScenarioFiles(folders)
  }

  list(): Listed[] {
    return Scenarios.describe(this.files)
  }

  static describe(files: ScenarioFiles): Listed[] {
    return files.list().map(({ name }) => {
      try {
        return describeScenario(files.read(name).scenario)
      } catch (error) {
        if (!(error instanceof SandboxError)) throw error
        return { name, error: error.message }
      }
    })
  }

  /** @throws SANDBOX_NOT_FOUND, SANDBOX_BAD_SCENARIO */
  show(name: string): ScenarioView {
    return describeScenario(this.files.read(name).scenario)
  }

  /** @throws SANDBOX_BAD_SCENARIO, SANDBOX_NOT_FOUND, SANDBOX_CONFLICT where one is on in that world */
  async start(
    world: string,
    wanted: Wanted,
    options: { readonly keep?: boolean | undefined } = {},
  ): Promise<RunningScenario> {
    const written = this.read(wanted)
    const on = this.running.get(world)
    if (on && !on.ended) {
      const message = `The scenario '${on.written.scenario.name}' is on in the world '${world}'.`
      throw new SandboxError('SANDBOX_CONFLICT', message, 'Stop it first: standin scenario stop.')
    }
    const started = await RunningScenario.start(written, this.sandbox, world, options)
    this.running.set(world, started)
    return started
  }

  /** @throws SANDBOX_NOT_FOUND where none was started in that world */
  of(world: string): RunningScenario {
    const running = this.running.get(world)
    if (running) return running
    const message = `No scenario is on in the world '${world}'.`
    throw new SandboxError('SANDBOX_NOT_FOUND', message, 'Start one: standin scenario start NAME.')
  }

  /** Ends it, and says how it stood. */
  async stop(world: string): Promise<Report> {
    const running = this.of(world)
    const report = await running.check()
    running.stop()
    this.running.delete(world)
    return report
  }

  private read(wanted: Wanted): WrittenScenario {
    return wanted.name === undefined ? readScenario(wanted.file, wanted.text) : this.files.read(wanted.name)
  }
}
