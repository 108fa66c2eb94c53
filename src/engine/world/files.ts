import {
  closeSync,
  constants,
  copyFileSync,
  createReadStream,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What is read at a time where a file is searched, in bytes. */
const PIECE = 1 << 20

/**
 * What is too large for a row: uploads, results. Kept on disk, under ids that rows hold. A row says how much of its file counts,
 * and writing goes on from there: so a transaction that is rolled back leaves bytes that nobody reads and the next one writes over.
 */
export class Files {
  private folder: string | undefined
  private readonly open = new Map<string, number>()
  private count = 0
  /** Where they outlast this process: what is deleted goes when the rows that named it are gone. */
  private kept: { readonly gone: string[]; readonly written: Set<string> | undefined } | undefined

  /** Those in a folder that outlasts this process. @param slow whether `sync` has something to do */
  static kept(folder: string, slow = false): Files {
    const files = new Files()
    files.folder = folder
    files.kept = { gone: [], written: slow ? new Set() : undefined }
    for (const id of idsIn(folder)) {
      files.count = Math.max(files.count, numberOf(id) ?? 0)
      files.open.set(id, openSync(files.pathOf(id), 'r+'))
    }
    return files
  }

  /** Puts copies of others here. */
  take(others: Files): void {
    this.count = Math.max(this.count, others.count)
    for (const id of others.open.keys()) {
      copyFileSync(others.pathOf(id), this.pathOf(id), constants.COPYFILE_FICLONE)
      this.open.set(id, openSync(this.pathOf(id), 'r+'))
      this.kept?.written?.add(id)
    }
  }

  /** Brings to the disk what was written. */
  sync(): void {
    for (const id of this.kept?.written ?? []) {
      const handle = this.open.get(id)
      if (handle !== undefined) fdatasyncSync(handle)
    }
    if (this.folder !== undefined && this.kept?.written?.size) syncFolder(this.folder)
    this.kept?.written?.clear()
  }

  /** Takes away what was deleted, now that no row names it. */
  sweep(): void {
    for (const path of this.kept?.gone.splice(0) ?? []) rmSync(path, { force: true })
  }

  /** A new, empty file. */
  create(): string {
    const id = `file_${++this.count}`
    this.open.set(id, openSync(this.pathOf(id), 'w+', 0o600))
    return id
  }

  get ids(): readonly string[] {
    return [...this.open.keys()]
  }

  /** In bytes, with what nobody reads any more. */
  size(id: string): number {
    return fstatSync(this.handle(id)).size
  }

  /** An empty file under an id that it had elsewhere. @throws RangeError for what is no id of a file */
  restore(id: string): void {
    const number = numberOf(id)
    if (number === undefined) throw new RangeError(`'${id}' is no file.`)
    this.count = Math.max(this.count, number)
    if (!this.open.has(id)) this.open.set(id, openSync(this.pathOf(id), 'w+', 0o600))
  }

  /** Puts other bytes in the place of all that a file holds. */
  replace(id: string, bytes: Uint8Array): void {
    ftruncateSync(this.handle(id))
    this.write(id, 0, bytes)
  }

  /** The same files once more, which go their own way from now on. Costs nothing where there are none. */
  clone(): Files {
    const copy = new Files()
    copy.count = this.count
    for (const id of this.open.keys()) {
      copyFileSync(this.pathOf(id), copy.pathOf(id), constants.COPYFILE_FICLONE)
      copy.open.set(id, openSync(copy.pathOf(id), 'r+'))
    }
    return copy
  }

  /** Puts bytes at a place. Gives the place behind them. */
  write(id: string, position: number, content: Uint8Array | string): number {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    this.kept?.written?.add(id)
    let written = 0
    while (written < bytes.length) {
      written += writeSync(this.handle(id), bytes, written, bytes.length - written, position + written)
    }
    return position + written
  }

  /** At most so many bytes from a place; fewer at the end of what was written. */
  read(id: string, position: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length)
    const size = readSync(this.handle(id), bytes, 0, length, position)
    return bytes.subarray(0, size)
  }

  /** Whether a file has one of these texts in it, in lower case, whatever its own case is. */
  holds(id: string, texts: readonly string[]): boolean {
    const overlap = Math.max(0, ...texts.map((text) => text.length * 4))
    let rest = ''
    for (let at = 0; ; at += PIECE) {
      const bytes = this.read(id, at, PIECE)
      const piece = rest + bytes.toString('latin1').toLowerCase()
      if (texts.some((text) => piece.includes(Buffer.from(text).toString('latin1')))) return true
      if (bytes.length < PIECE) return false
      rest = piece.slice(-overlap)
    }
  }

  /** The bytes from a place up to another, as they are read. */
  stream(id: string, from: number, to: number): AsyncIterable<Uint8Array> {
    if (to <= from) return none()
    return createReadStream(this.pathOf(id), { start: from, end: to - 1 })
  }

  delete(id: string): void {
    const handle = this.open.get(id)
    if (handle === undefined) return
    closeSync(handle)
    this.open.delete(id)
    if (this.kept) this.kept.gone.push(this.pathOf(id))
    else rmSync(this.pathOf(id), { force: true })
  }

  close(): void {
    for (const handle of this.open.values()) closeSync(handle)
    this.open.clear()
    if (this.folder !== undefined && !this.kept) removeTemporary(this.folder)
    this.folder = undefined
  }

  private handle(id: string): number {
    const handle = this.open.get(id)
    if (handle === undefined) throw new Error(`There is no file ${id}.`)
    return handle
  }

  private pathOf(id: string): string {
    this.folder ??= temporaryFolder()
    if (this.kept && this.open.size === 0) mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    return join(this.folder, id)
  }
}

/** Folders that go with this process, for sandboxes that nobody closes: a test that ends, a program that falls. */
const temporary = new Set<string>()

function temporaryFolder(): string {
  if (temporary.size === 0) process.once('exit', removeAllTemporary)
  const folder = mkdtempSync(join(tmpdir(), 'standin-'))
  temporary.add(folder)
  return folder
}

function removeTemporary(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  temporary.delete(folder)
  if (temporary.size === 0) process.off('exit', removeAllTemporary)
}

function removeAllTemporary(): void {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true })
}

function numberOf(id: string): number | undefined {
  const digits = /^file_(\d{1,15})$/.exec(id)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function idsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => numberOf(name) !== undefined)
  } catch {
    return []
  }
}

/** So that a file that was made is found after a loss of power. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

async function* none(): AsyncIterable<Uint8Array> {}
