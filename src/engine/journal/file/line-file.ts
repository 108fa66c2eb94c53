import { closeSync, fdatasync, fdatasyncSync, ftruncateSync, openSync, writeSync } from 'node:fs'
import { notWritten } from '../errors.js'
import { lineOf } from './journal-lines.js'

/** A file of records that is appended to. */
export class LineFile {
  readonly path: string
  /** In bytes, of whole records. */
  size: number
  private readonly handle: number
  private chain: number
  private closed = false
  /** A part of a record may stand behind the last whole one. */
  private dirty = false

  /** @param end where the good lines of a file that is there end; without it the file is made, and must not be there */
  constructor(path: string, end?: { readonly offset: number; readonly chain: number }) {
    this.path = path
    this.size = end?.offset ?? 0
    this.chain = end?.chain ?? 0
    try {
      this.handle = openSync(path, end ? 'r+' : 'wx', 0o600)
    } catch (error) {
      throw notWritten(path, error)
    }
  }

  /** Writes one record whole, or nothing. @throws SANDBOX_STATE_NOT_WRITTEN */
  append(record: unknown): void {
    this.checkOpen()
    const { bytes, chain } = lineOf(JSON.stringify(record), this.chain)
    try {
      if (this.dirty) this.cut()
      this.dirty = true
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(this.handle, bytes, written, bytes.length - written, this.size + written)
      }
      this.dirty = false
    } catch (error) {
      try {
        this.cut()
      } catch {
        // The next record begins with it.
      }
      throw notWritten(this.path, error)
    }
    this.size += bytes.length
    this.chain = chain
  }

  /** Takes away what is no whole record. */
  cut(): void {
    this.checkOpen()
    ftruncateSync(this.handle, this.size)
    this.dirty = false
  }

  /** Resolves when it would survive a loss of power. */
  sync(): Promise<void> {
    return new Promise((resolve, reject) => {
      fdatasync(this.handle, (error) => (error ? reject(notWritten(this.path, error)) : resolve()))
    })
  }

  syncNow(): void {
    this.checkOpen()
    fdatasyncSync(this.handle)
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    closeSync(this.handle)
  }

  /** Its number may be another file's by now. */
  private checkOpen(): void {
    if (this.closed) throw notWritten(this.path, new Error('it is closed'))
  }
}
