import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A server in a process of its own, spoken to by messages. */
export class Child {
  private readonly process: ChildProcess

  constructor(file: string) {
    this.process = fork(fileURLToPath(new URL(file, import.meta.url)), { execArgv: ['--expose-gc'] })
  }

  next<T>(): Promise<T> {
    return new Promise((resolve, reject) => {
      this.process.once('message', (message) => resolve(message as T))
      this.process.once('exit', (code) => reject(new Error(`A server of the bench ended with ${code}.`)))
    })
  }

  ask<T>(message: string | object): Promise<T> {
    const answer = this.next<T>()
    this.process.send(message)
    return answer
  }

  stop(): void {
    this.process.removeAllListeners('exit')
    this.process.kill()
  }
}
