import { SandboxError } from '../errors.js'
import type { Snapshot } from './snapshot.js'

/** Where those are kept that last. */
export interface SnapshotShelf {
  names(): readonly string[]
  read(name: string): Snapshot
  write(name: string, snapshot: Snapshot): void
  remove(name: string): void
}

/** Snapshots that are kept by name: in this process, and where the state lasts, with it. */
export class Snapshots {
  private readonly kept = new Map<string, Snapshot | undefined>()
  private readonly shelf: SnapshotShelf | undefined

  constructor(shelf?: SnapshotShelf) {
    this.shelf = shelf
    // Each is read when it is first asked for.
    for (const name of shelf?.names() ?? []) this.kept.set(name, undefined)
  }

  /** Takes the place of one with the same name. */
  save(name: string, snapshot: Snapshot): void {
    this.shelf?.write(name, snapshot)
    this.kept.get(name)?.files.close()
    this.kept.set(name, snapshot)
  }

  /** @throws SANDBOX_NOT_FOUND */
  get(name: string): Snapshot {
    const snapshot = this.kept.get(name) ?? this.read(name)
    if (snapshot) return snapshot
    const known = [...this.kept.keys()].map((each) => `'${each}'`).join(', ')
    const remedy = known ? `There are: ${known}.` : 'Save one first: standin snapshot save <name>.'
    throw new SandboxError('SANDBOX_NOT_FOUND', `There is no snapshot '${name}'.`, remedy)
  }

  list(): readonly (readonly [name: string, snapshot: Snapshot])[] {
    return [...this.kept.keys()].map((name) => [name, this.get(name)] as const)
  }

  /** @throws SANDBOX_NOT_FOUND */
  remove(name: string): void {
    if (!this.kept.has(name)) this.get(name)
    this.shelf?.remove(name)
    this.kept.get(name)?.files.close()
    this.kept.delete(name)
  }

  close(): void {
    for (const snapshot of this.kept.values()) snapshot?.files.close()
    this.kept.clear()
  }

  private read(name: string): Snapshot | undefined {
    if (!this.shelf || !this.kept.has(name)) return undefined
    const snapshot = this.shelf.read(name)
    this.kept.set(name, snapshot)
    return snapshot
  }
}
