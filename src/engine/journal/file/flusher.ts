import type { LineFile } from './line-file.js'

/** Brings what was appended to the disk. Whoever waits while one flush is under way shares the next. */
export class Flusher {
  private readonly file: () => LineFile
  private appended = 0
  private flushed = 0
  private running: Promise<void> | undefined
  /** A flush that has failed may have lost what it was for, and the next would not say so. */
  private failure: unknown

  constructor(file: () => LineFile) {
    this.file = file
  }

  /** @throws what a flush has failed with */
  changed(): void {
    if (this.failure !== undefined) throw this.failure
    this.appended++
  }

  /** Resolves when all that was appended so far is on the disk; undefined where it is. */
  durable(): Promise<void> | undefined {
    if (this.failure !== undefined) return Promise.reject(this.failure)
    return this.flushed === this.appended ? undefined : this.until(this.appended)
  }

  /** The same at once, before another file takes the place of this one. */
  now(): void {
    this.file().syncNow()
    this.flushed = this.appended
  }

  private async until(target: number): Promise<void> {
    while (this.flushed < target) {
      this.running ??= this.flush()
      await this.running
    }
  }

  private async flush(): Promise<void> {
    const target = this.appended
    try {
      await this.file().sync()
      this.flushed = Math.max(this.flushed, target)
    } catch (error) {
      this.failure = error
      throw error
    } finally {
      this.running = undefined
    }
  }
}
