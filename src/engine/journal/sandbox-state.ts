import { performance } from 'node:perf_hooks'
import type { Sandbox } from '../sandbox.js'
import { Files } from '../world/files.js'
import { Random } from '../world/random.js'
import { worldFrom } from '../world/restore-world.js'
import type { Snapshot } from '../world/snapshot.js'
import { snapshotLines } from '../world/snapshot-file.js'
import type { SnapshotShelf } from '../world/snapshots.js'
import { takeSnapshot } from '../world/take-snapshot.js'
import type { World } from '../world/world.js'
import { baseOf } from './base-records.js'
import { notWritten } from './errors.js'
import type { Journal, JournalRecord } from './journal.js'
import { CUT, repeatCutAttempts } from './repeat-attempts.js'
import { StateImage, type WorldImage } from './state-image.js'
import { storedSnapshots } from './stored-snapshots.js'
import { WorldKeeper } from './world-keeper.js'

/** What was found where the state is kept. */
export interface StateReport {
  readonly folder: string
  readonly worlds: number
  /** Of vendors, in all worlds. */
  readonly rows: number
  readonly records: number
  readonly milliseconds: number
  /** What one should know of. */
  readonly notes: readonly string[]
}

/** Of wall time, in milliseconds: how long counters that reads move may be behind. */
const REST = 1000

/** The state of a sandbox that lasts: read once, then written with every transaction, before its answer goes out. */
export class SandboxState {
  readonly journal: Journal
  /** Those that are kept by name. */
  readonly snapshots: SnapshotShelf
  private readonly image: StateImage
  private readonly standin: string
  private readonly began: number
  private readonly keepers = new Map<string, WorldKeeper>()
  private readonly notes: string[] = []
  private sandbox: Sandbox | undefined
  private lastFiles: number
  private readonly run: number
  private timer: NodeJS.Timeout | undefined
  private found: StateReport | undefined

  /**
   * Reads all there is.
   * @param standin the version of this Standin
   * @throws SANDBOX_BAD_STATE
   */
  constructor(journal: Journal, standin: string) {
    this.began = performance.now()
    this.journal = journal
    this.snapshots = storedSnapshots(journal.snapshots)
    this.standin = standin
    this.image = new StateImage(journal.name)
    for (const record of journal.read()) this.image.apply(record)
    this.lastFiles = this.image.lastFiles
    this.run = this.image.runs + 1
  }

  get report(): StateReport | undefined {
    return this.found
  }

  /** Gives a sandbox the worlds that were kept, and keeps what happens in it from now on. Time that has passed is made up for. */
  begin(sandbox: Sandbox): void {
    this.sandbox = sandbox
    const { image, journal } = this
    const { worlds, rows, records } = image
    this.compareVersions()
    if (image.anonymousIds) sandbox.anonymousIds.state = image.anonymousIds
    if (this.run > 1) this.renewIds('withheld', sandbox.withheldIds)
    if (!image.ended) this.renewIds('anonymous', sandbox.anonymousIds)
    const start = { run: this.run, standin: this.standin }
    journal.append({ kind: 'start', ...start, anonymousIds: sandbox.anonymousIds.state })
    const restored = [...worlds].map(([name, world]) => this.restore(sandbox, name, world))
    for (const number of image.forsaken) journal.removeFiles(number)
    for (const { world, until } of restored) if (until !== undefined) world.scheduler.passTo(until)
    this.timer = setInterval(() => this.rest(), REST).unref()
    const milliseconds = Math.round((performance.now() - this.began) * 10) / 10
    const notes = [...journal.notes, ...this.notes]
    this.found = { folder: journal.name, worlds: restored.length, rows, records, milliseconds, notes }
  }

  /** A world that has come to be, or has taken the place of the one of its name. @throws SANDBOX_STATE_NOT_WRITTEN */
  admit(world: World): void {
    const number = ++this.lastFiles
    const files = this.newFiles(number, world.files)
    const lines = [...snapshotLines(withoutFiles(takeSnapshot(world, { files: false })))]
    this.journal.append({ kind: 'world', world: world.name, files: number, lines })
    world.takeFiles(files)
    this.keep(world, number)
  }

  private newFiles(number: number, from: Files): Files {
    // A process may have ended before it told of files that it had put there.
    this.journal.removeFiles(number)
    const files = this.journal.files(number)
    try {
      files.take(from)
      files.sync()
    } catch (error) {
      throw notWritten(this.journal.name, error)
    }
    return files
  }

  /** A world that is about to go. @throws SANDBOX_STATE_NOT_WRITTEN */
  remove(world: World): void {
    this.journal.append({ kind: 'remove', world: world.name })
    this.keepers.delete(world.name)
  }

  /** Takes the files of one that is gone. */
  forget(keeper: WorldKeeper): void {
    this.journal.removeFiles(keeper.files)
  }

  close(): void {
    clearInterval(this.timer)
    try {
      for (const keeper of this.keepers.values()) keeper.rest()
      if (this.sandbox) this.journal.append({ kind: 'end', anonymousIds: this.sandbox.anonymousIds.state })
    } catch (error) {
      // Then it is read as after a kill.
      this.sandbox?.report(error)
    }
    this.journal.close()
  }

  private restore(sandbox: Sandbox, name: string, image: WorldImage) {
    const { snapshot, files, tries } = image
    const world = worldFrom(sandbox, name, snapshot, { keepAbsent: true })
    world.takeFiles(this.journal.files(files))
    if (!this.image.ended) this.renewIds(`${snapshot.seed}/requests`, world.requestIds)
    const keeper = this.keep(world, files, tries)
    sandbox.take(world)
    keeper.vendorsChanged()
    sandbox.furnishNew(world, snapshot.vendors)
    const repeated = repeatCutAttempts(world, tries, CUT)
    if (repeated > 0)
      this.notes.push(`${repeated} webhooks of the world '${name}' were being sent: they are sent again.`)
    const { now, frozen, wallTime } = snapshot.clock
    return { world, until: frozen ? undefined : now + Math.max(0, world.clock.state.wallTime - wallTime) }
  }

  private keep(world: World, files: number, tries?: ReadonlyMap<string, number>): WorldKeeper {
    const keeper = new WorldKeeper(world, this.journal, files, this.written, tries)
    this.keepers.set(world.name, keeper)
    world.keeper = keeper
    return keeper
  }

  /** Ids that were given out and not written before the process was killed are not given again. */
  private renewIds(what: string, ids: Random): void {
    ids.state = new Random(`${what}/run-${this.run}`).state
  }

  private compareVersions(): void {
    const { standin, worlds } = this.image
    if (standin !== undefined && standin !== this.standin) {
      this.notes.push(`It was written by Standin ${standin}; this is ${this.standin}.`)
    }
    const said = new Set<string>()
    for (const { snapshot } of worlds.values()) for (const vendor of snapshot.vendors) this.compare(vendor, said)
    for (const line of said) this.notes.push(line)
  }

  private compare({ name, version }: Snapshot['vendors'][number], said: Set<string>): void {
    const runtime = this.sandbox?.runtime(name)
    if (!runtime) said.add(`${name} is not started: what it has is kept for the next time.`)
    else if (runtime.description.version !== version) {
      said.add(
        `${name} was described by version ${version}, now by ${runtime.description.version}; rows stay as they are.`,
      )
    }
  }

  private rest(): void {
    for (const keeper of this.keepers.values()) {
      try {
        keeper.rest()
      } catch (error) {
        this.sandbox?.report(error)
      }
    }
  }

  private readonly written = (): void => {
    if (this.journal.long && !this.planned) {
      this.planned = true
      setImmediate(() => void this.compact())
    }
  }
  private planned = false

  /** Puts all that there is in the place of how it came about. */
  async compact(): Promise<void> {
    try {
      await this.journal.compact(this.everything())
    } catch (error) {
      this.sandbox?.report(error)
    } finally {
      this.planned = false
    }
  }

  /** As it is at this moment, though it is written later. */
  private everything(): Iterable<JournalRecord> {
    const worlds = [...this.keepers].flatMap(([name, keeper]) => {
      const world = this.sandbox?.worlds.get(name)
      if (!world) return []
      return [{ snapshot: takeSnapshot(world, { files: false }), files: keeper.files, tries: [...keeper.tries] }]
    })
    const anonymousIds = this.sandbox?.anonymousIds.state
    const start = { run: this.run, standin: this.standin, ...(anonymousIds && { anonymousIds }) }
    return baseOf({ kind: 'start', ...start }, worlds)
  }
}

function withoutFiles(snapshot: Snapshot): Snapshot {
  return { ...snapshot, files: new Files() }
}
