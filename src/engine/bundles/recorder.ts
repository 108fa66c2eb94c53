import { SandboxError } from '../errors.js'
import type { Observed } from '../observe/observed.js'
import type { Sandbox } from '../sandbox.js'
import type { Snapshot } from '../world/snapshot.js'
import { originOf } from '../world/take-snapshot.js'
import type { World } from '../world/world.js'
import { type Recorded, type Recording, recorded, weightOf } from './recording.js'

export interface RecorderOptions {
  /** Things that happened, of each world. Default 10,000. */
  readonly most?: number
  /** Of requests and answers, of each world, in bytes. Default 32 MB. */
  readonly mostBytes?: number
}

/** A part of a record: where it begins, and what happened since. */
interface Stretch {
  readonly start: Snapshot
  readonly items: Recorded[]
  bytes: number
  requests: number
}

interface Kept {
  readonly world: World
  before: Stretch | undefined
  now: Stretch
  forgotten: number
}

/**
 * Keeps what happens in each world from its beginning, so that it can be given again. When a stretch of the record is full, the
 * state is kept and another one begins; the one before the last is forgotten. So what is kept can always be replayed.
 */
export class Recorder {
  private readonly sandbox: Sandbox
  private readonly most: number
  private readonly mostBytes: number
  private readonly worlds = new Map<string, Kept>()
  private readonly stops: (() => void)[]

  constructor(sandbox: Sandbox, { most = 10_000, mostBytes = 32 * 1024 * 1024 }: RecorderOptions = {}) {
    this.sandbox = sandbox
    this.most = Math.max(1, Math.floor(most / 2))
    this.mostBytes = mostBytes / 2
    for (const world of sandbox.worlds.values()) this.begin(world)
    this.stops = [sandbox.onWorld((world) => this.begin(world)), sandbox.observers.add((seen) => this.note(seen))]
  }

  /**
   * What is kept of a world, from its beginning or from a snapshot that was taken of it.
   * @throws SANDBOX_NOT_FOUND for a world that is not recorded, SANDBOX_CONFLICT for a snapshot from before the record
   */
  of(world: World, from?: Snapshot): Recording {
    const kept = this.worlds.get(world.name)
    if (!kept || kept.world !== world) {
      const message = `Nothing is recorded of the world '${world.name}'.`
      throw new SandboxError('SANDBOX_NOT_FOUND', message, 'Start without --no-record.')
    }
    const { before, now, forgotten } = kept
    const first = before ?? now
    const items = [...(before?.items ?? []), ...now.items]
    if (!from) return { start: first.start, items, forgotten }
    if (from === first.start) return { start: from, items, forgotten }
    if (originOf(from) !== world || from.sequence < first.start.sequence) {
      const message = 'The snapshot was not taken of this world since its record begins.'
      throw new SandboxError('SANDBOX_CONFLICT', message, 'Save the bundle without --from.')
    }
    return { start: from, items: items.filter(({ sequence }) => sequence > from.sequence), forgotten }
  }

  close(): void {
    for (const stop of this.stops) stop()
    for (const { before, now } of this.worlds.values()) {
      before?.start.files.close()
      now.start.files.close()
    }
    this.worlds.clear()
  }

  private begin(world: World): void {
    const old = this.worlds.get(world.name)
    old?.before?.start.files.close()
    old?.now.start.files.close()
    this.worlds.set(world.name, { world, before: undefined, now: stretch(world), forgotten: 0 })
    for (const name of this.worlds.keys()) if (!this.sandbox.worlds.has(name)) this.worlds.delete(name)
  }

  private note(observed: Observed): void {
    const kept = this.worlds.get(observed.world)
    if (!kept) return
    const item = recorded(observed)
    const { now } = kept
    now.items.push(item)
    now.bytes += weightOf(item)
    if (item.kind === 'exchange') now.requests++
    if (now.items.length < this.most && now.bytes < this.mostBytes) return
    // Inside a transaction nothing is certain yet; the next one will do.
    if (kept.world.busy) return
    kept.forgotten += kept.before?.requests ?? 0
    kept.before?.start.files.close()
    kept.before = now
    kept.now = stretch(kept.world)
  }
}

function stretch(world: World): Stretch {
  return { start: world.snapshot(), items: [], bytes: 0, requests: 0 }
}
