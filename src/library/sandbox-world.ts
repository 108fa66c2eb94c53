import { readFile, writeFile } from 'node:fs/promises'
import { type AccessReport, accessReport } from '../engine/access/access-report.js'
import { rollableOf, rollCredential } from '../engine/access/roll-credential.js'
import { mailNamed, mailOf } from '../engine/control/mail/read-mail.js'
import { SandboxError } from '../engine/errors.js'
import type { DeliveryRow } from '../engine/events/delivery.js'
import { checkFault } from '../engine/faults/check.js'
import { parseFault } from '../engine/faults/parse.js'
import type { Fault } from '../engine/faults/schema.js'
import type { Entry } from '../engine/log/entry.js'
import type { LogFilter } from '../engine/log/request-log.js'
import type { Mail } from '../engine/mail/mail.js'
import { observeCommand } from '../engine/observe/observe-command.js'
import type { Sandbox } from '../engine/sandbox.js'
import { addDuration, parseDuration } from '../engine/time/duration.js'
import { packLines, unpackLines } from '../engine/world/packed-lines.js'
import type { Snapshot } from '../engine/world/snapshot.js'
import { readSnapshotLines, snapshotLines } from '../engine/world/snapshot-file.js'
import type { World } from '../engine/world/world.js'
import type { ScenarioInTest } from './scenario-in-test.js'

/** One world, as a test uses it. */
export class SandboxWorld {
  readonly name: string
  private readonly sandbox: Sandbox

  constructor(sandbox: Sandbox, name: string) {
    this.sandbox = sandbox
    this.name = name
  }

  /** Its credentials, by the environment variable that they are customarily read from: `env.STRIPE_SECRET_KEY`. */
  get env(): Readonly<Record<string, string>> {
    const out: Record<string, string> = {}
    for (const runtime of this.sandbox.vendors) {
      for (const credential of runtime.definition.credentials.list(this.current.view(runtime, ''))) {
        // Some values are made only when they are asked for.
        const get = () => credential.value
        if (!(credential.variable in out)) Object.defineProperty(out, credential.variable, { get, enumerable: true })
      }
    }
    return out
  }

  /** Now on the world's clock. */
  now(): Date {
    return new Date(this.current.clock.now())
  }

  freeze(): void {
    this.current.clock.freeze()
    observeCommand(this.current, 'clock freeze')
  }

  run(): void {
    this.current.clock.run()
    this.current.scheduler.arm()
    observeCommand(this.current, 'clock run')
  }

  /** Moves the clock on (`30d`, `90m`, `PT1H` or milliseconds), doing what falls due on the way and waiting for the deliveries that it causes. */
  async advance(by: string | number): Promise<void> {
    const now = this.current.clock.now()
    const time = typeof by === 'number' ? now + by : addDuration(now, parseDuration(by))
    observeCommand(this.current, 'clock advance', { to: new Date(time).toISOString() })
    await this.current.scheduler.advanceTo(time)
  }

  /** Resolves when nothing is due and no delivery is under way. */
  async settled(): Promise<void> {
    await this.current.scheduler.settled()
  }

  /** Newest first, already redacted. */
  logs(filter: LogFilter = {}): readonly Entry[] {
    return this.current.log.list(filter)
  }

  /** Newest first. */
  deliveries(): readonly DeliveryRow[] {
    return this.current.deliveries.list()
  }

  /** Mail that was sent, newest first; `to` is a part of the recipient's address. */
  mail({ to, vendor, limit = 100 }: { to?: string; vendor?: string; limit?: number } = {}): readonly Mail[] {
    return mailOf(this.current, { to, vendor, limit }).map((head) => mailNamed(this.current, head.vendor, head.id))
  }

  /**
   * Makes something go wrong from now on. Returns the way to stop.
   * @throws SANDBOX_BAD_INPUT that says what is wrong with it, SANDBOX_NOT_FOUND for an operation or code that there is not
   */
  fault(fault: Fault): () => void {
    const parsed = parseFault(fault)
    checkFault(this.sandbox, parsed)
    const { id } = this.current.faults.add(parsed)
    return () => void this.current.faults.remove(id)
  }

  /**
   * Empties the world (unless told to `keep` it) and begins a scenario in it, by its name or the path of its YAML file. Endpoints for
   * webhooks are registered afterwards.
   * @throws SANDBOX_NOT_FOUND, SANDBOX_BAD_SCENARIO with file, line and column
   */
  async scenario(nameOrFile: string, options: { readonly keep?: boolean } = {}): Promise<ScenarioInTest> {
    const [{ readFile, ScenarioFiles }, { RunningScenario }, library] = await Promise.all([
      import('../engine/scenarios/files.js'),
      import('../engine/scenarios/running.js'),
      import('./scenario-in-test.js'),
    ])
    const written = /\.ya?ml$/.test(nameOrFile) ? readFile(nameOrFile) : new ScenarioFiles().read(nameOrFile)
    const running = await RunningScenario.start(written, this.sandbox, this.name, options)
    return new library.ScenarioInTest(running)
  }

  /** What its credentials were used for so far, beside what they are granted. */
  accessReport(): AccessReport {
    return accessReport(this.current)
  }

  /**
   * Gives a credential a new value, which `env` has from then on; the old one holds for the `overlap` (`24h`, or milliseconds) on the
   * world's clock, by default not at all.
   * @throws SANDBOX_BAD_INPUT for one that cannot be rolled
   */
  roll(variable: string, { overlap = 0 }: { readonly overlap?: string | number } = {}): void {
    const milliseconds = typeof overlap === 'number' ? overlap : addDuration(0, parseDuration(overlap))
    const runtime = this.sandbox.vendors.find((each) => rollableOf(this.current, each).includes(variable))
    if (runtime) {
      rollCredential(this.current, runtime, variable, milliseconds)
      return
    }
    const known = this.sandbox.vendors.flatMap((each) => rollableOf(this.current, each)).join(', ')
    throw new SandboxError('SANDBOX_BAD_INPUT', `'${variable}' cannot be rolled.`, `Those that can: ${known}.`)
  }

  /** Empties the world; its credentials stay the same. */
  reset(): void {
    const fresh = this.sandbox.resetWorld(this.name)
    observeCommand(fresh, 'reset')
  }

  /** The whole state as it is now, to be given back by `restore` as often as you like. Costs little. */
  snapshot(): Snapshot {
    return this.current.snapshot()
  }

  /** Gives the world a state that it had: rows, clock, timers, deliveries, faults. The log begins anew. */
  restore(snapshot: Snapshot): void {
    observeCommand(this.sandbox.restoreWorld(this.name, snapshot), 'snapshot restore', { snapshot: snapshot.world })
  }

  /** Writes the state into a file, which only its owner reads: its secrets are in there. */
  async saveSnapshot(file: string): Promise<void> {
    await writeFile(file, packLines(snapshotLines(this.snapshot())), { mode: 0o600 })
  }

  /** @throws SANDBOX_BAD_INPUT for a file that is no snapshot, is cut, or is a newer version's */
  async restoreSnapshot(file: string): Promise<void> {
    this.restore(readSnapshotLines(unpackLines(await readFile(file), file), file))
  }

  private get current(): World {
    return this.sandbox.world(this.name)
  }
}
