import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { badState, notWritten } from '../errors.js'
import type { SnapshotStore } from '../journal.js'

const ENDING = '.snapshot'

/** Snapshots by name, a file each. */
export class FolderSnapshots implements SnapshotStore {
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  names(): readonly string[] {
    try {
      const all = readdirSync(this.folder).filter((name) => name.endsWith(ENDING))
      return all.map((name) => name.slice(0, -ENDING.length)).sort()
    } catch {
      return []
    }
  }

  read(name: string): Uint8Array {
    const path = this.pathOf(name)
    try {
      return readFileSync(path)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      throw badState(`${path} cannot be read: ${code}.`, 'Put it back, or save the snapshot again.')
    }
  }

  /** Whole, or not at all. */
  write(name: string, bytes: Uint8Array): void {
    const path = this.pathOf(name)
    const draft = `${path}.new`
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 })
      const handle = openSync(draft, 'w', 0o600)
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
      renameSync(draft, path)
    } catch (error) {
      rmSync(draft, { force: true })
      throw notWritten(path, error)
    }
  }

  remove(name: string): void {
    rmSync(this.pathOf(name), { force: true })
  }

  private pathOf(name: string): string {
    return join(this.folder, `${name}${ENDING}`)
  }
}
