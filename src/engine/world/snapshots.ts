import { SandboxError } from '../errors.js'
import type { Snapshot } from './snapshot.js'

/** Snapshots that are kept in this process, by name. */
export class Snapshots {
  private readonly kept = new Map<string, Snapshot>()

  /** Takes the place of one with the same name. */
  save(name: string, snapshot: Snapshot): void {
    this.kept.get(name)?.files.close()
    this.kept.set(name, snapshot)
  }

  /** @throws SANDBOX_NOT_FOUND */
  get(name: string): Snapshot {
    const snapshot = this.kept.get(name)
    if (snapshot) return snapshot
    const known = [...this.kept.keys()].map((each) => `'${each}'`).join(', ')
    const remedy = known ? `There are: ${known}.` : 'Save one first: standin snapshot save <name>.'
    throw new SandboxError('SANDBOX_NOT_FOUND', `There is no snapshot '${name}'.`, remedy)
  }

  list(): readonly (readonly [name: string, snapshot: Snapshot])[] {
    return [...this.kept]
  }

  /** @throws SANDBOX_NOT_FOUND */
  remove(name: string): void {
    this.get(name).files.close()
    this.kept.delete(name)
  }

  close(): void {
    for (const snapshot of this.kept.values()) snapshot.files.close()
    this.kept.clear()
  }
}
