import type { Observed, Observer } from './observed.js'

/** Who looks on. Making what they are told costs nothing while there are none. */
export class Observers {
  private readonly all = new Set<Observer>()
  private readonly report: (error: unknown) => void

  constructor(report: (error: unknown) => void) {
    this.report = report
  }

  get none(): boolean {
    return this.all.size === 0
  }

  get count(): number {
    return this.all.size
  }

  /** Returns the way to stop. */
  add(observer: Observer): () => void {
    this.all.add(observer)
    return () => this.all.delete(observer)
  }

  tell(observed: Observed): void {
    for (const observer of this.all) {
      try {
        observer(observed)
      } catch (error) {
        this.report(error)
      }
    }
  }
}
