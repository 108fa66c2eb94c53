import { type ChildProcess, fork } from 'node:child_process'
import type { DeliveryRow } from '../../src/engine/events/delivery.js'
import type { StateReport } from '../../src/engine/journal/sandbox-state.js'

export interface Up {
  readonly port: number
  readonly key: string
  readonly report: StateReport
}

/** A server in a process of its own that may be killed at any moment. */
export class Killable {
  private readonly child: ChildProcess
  private readonly gone: Promise<void>

  constructor(file: string, folder: string, most: number, fsync: boolean) {
    this.child = fork(file, [folder, String(most), ...(fsync ? ['fsync'] : [])], { execArgv: [] })
    this.gone = new Promise((resolve) => this.child.once('exit', () => resolve()))
  }

  /** Undefined where it was killed before it was up. */
  up(): Promise<Up | undefined> {
    return this.next<Up>()
  }

  deliveries(): Promise<readonly DeliveryRow[] | undefined> {
    const answer = this.next<readonly DeliveryRow[]>()
    this.child.send('deliveries')
    return answer
  }

  /** With -9: it has no time for anything. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.gone
  }

  private next<T>(): Promise<T | undefined> {
    return Promise.race([
      new Promise<T>((resolve) => this.child.once('message', (message) => resolve(message as T))),
      this.gone.then(() => undefined),
    ])
  }
}
