import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Files } from '../../world/files.js'
import { notWritten } from '../errors.js'
import type { Journal, JournalRecord } from '../journal.js'
import { Flusher } from './flusher.js'
import { FolderSnapshots } from './folder-snapshots.js'
import type { LinesEnd } from './journal-lines.js'
import { LineFile } from './line-file.js'
import { lockFolder } from './lock.js'
import { HEAD, readStretches, WHOLE } from './read-stretches.js'
import { setAside } from './set-aside.js'
import { makeFolder, removeAll, type Stretches, stretchesIn, stretchPath, syncFolder } from './state-folder.js'

export interface FileJournalOptions {
  readonly folder: string
  /** Whether answers wait until the disk has it, so that it outlasts a loss of power. Default false. */
  readonly fsync?: boolean | undefined
  /** How large what was appended gets, in bytes, before it is put together. Default 4 MB, and twice what it is put together to. */
  readonly most?: number | undefined
}

const MOST = 4 * 1024 ** 2
/** Written between two turns of the event loop, in records. */
const BATCH = 20

/**
 * A journal in a folder. Records are appended to one file; now and then all there is is written to another one beside it, which takes
 * the place of what was appended before. Whenever the process ends, what is there can be read.
 */
export class FileJournal implements Journal {
  readonly name: string
  readonly slow: boolean
  readonly notes: string[] = []
  readonly snapshots: FolderSnapshots
  private readonly folder: string
  private readonly most: number
  private readonly unlock: () => void
  private readonly stretches: Stretches
  private readonly flusher = new Flusher(() => this.file)
  private current: LineFile | undefined
  private number = 1
  /** In bytes, of what stands for all before. */
  private baseSize = 0
  private compacting: Promise<void> | undefined
  private closed = false

  /** @throws SANDBOX_CONFLICT where another process has it, SANDBOX_BAD_STATE, SANDBOX_STATE_NOT_WRITTEN */
  constructor({ folder, fsync = false, most = MOST }: FileJournalOptions) {
    this.name = folder
    this.folder = folder
    this.slow = fsync
    this.most = most
    makeFolder(folder)
    stretchesIn(folder)
    this.unlock = lockFolder(folder)
    try {
      this.stretches = stretchesIn(folder)
    } catch (error) {
      this.unlock()
      throw error
    }
    this.snapshots = new FolderSnapshots(join(folder, 'snapshots'))
  }

  *read(): Generator<JournalRecord> {
    const { baseSize, end } = yield* readStretches(this.folder, this.stretches)
    this.baseSize = baseSize
    this.number = this.stretches.journals.at(-1) ?? 1
    this.current = this.begin(end)
    // Only now that all of it could be read.
    removeAll(this.stretches.leftOver)
  }

  /** Goes on behind the last whole record; what is behind it is kept beside. */
  private begin(end: LinesEnd | undefined): LineFile {
    const path = stretchPath(this.folder, this.number, 'journal')
    if (!end) return this.make(path)
    if (end.torn > 0) {
      const aside = setAside(path, end.offset, 'torn')
      const what = `${path} ended in the middle of a record, whose request was not answered: its ${end.torn} bytes are in ${aside}.`
      this.notes.push(what)
    }
    const file = new LineFile(path, end)
    if (end.lines === 0) file.append(HEAD)
    return file
  }

  private make(path: string): LineFile {
    const file = new LineFile(path)
    try {
      file.append(HEAD)
      if (this.slow) syncFolder(this.folder)
    } catch (error) {
      file.close()
      rmSync(path, { force: true })
      throw error
    }
    return file
  }

  append(record: JournalRecord): void {
    if (this.closed) throw notWritten(this.folder, new Error('the sandbox has ended'))
    if (this.slow) this.flusher.changed()
    this.file.append(record)
  }

  durable(): Promise<void> | undefined {
    return this.slow ? this.flusher.durable() : undefined
  }

  get long(): boolean {
    return !this.compacting && !this.closed && this.file.size > Math.max(this.most, 2 * this.baseSize)
  }

  compact(records: Iterable<JournalRecord>): Promise<void> {
    if (this.closed) return Promise.resolve()
    const old = this.file
    old.cut()
    const number = this.number + 1
    if (this.slow) this.flusher.now()
    this.current = this.make(stretchPath(this.folder, number, 'journal'))
    this.number = number
    this.compacting = this.putTogether(number, records).finally(() => {
      old.close()
      this.compacting = undefined
    })
    return this.compacting
  }

  private async putTogether(number: number, records: Iterable<JournalRecord>): Promise<void> {
    const path = stretchPath(this.folder, number, 'base')
    const draft = `${path}.new`
    rmSync(draft, { force: true })
    const file = new LineFile(draft)
    try {
      file.append(HEAD)
      let count = 0
      for (const record of records) {
        if (this.closed) return
        file.append(record)
        if (++count % BATCH === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      file.append(WHOLE)
      await file.sync()
      if (this.closed) return
      renameSync(draft, path)
      syncFolder(this.folder)
      this.baseSize = file.size
      removeAll(stretchesIn(this.folder).leftOver)
    } finally {
      file.close()
      // Once closed, the folder is another one's.
      if (!this.closed) rmSync(draft, { force: true })
    }
  }

  files(number: number): Files {
    return Files.kept(join(this.folder, 'files', String(number)), this.slow)
  }

  removeFiles(number: number): void {
    rmSync(join(this.folder, 'files', String(number)), { recursive: true, force: true })
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    if (this.slow && this.current) this.current.syncNow()
    this.current?.close()
    this.unlock()
  }

  private get file(): LineFile {
    if (!this.current) throw new Error(`${this.folder} was not read before it was written to.`)
    return this.current
  }
}
