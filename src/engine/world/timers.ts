import { Refusal } from '../errors.js'
import { isNotWritten } from '../journal/errors.js'
import { observeJob } from '../observe/observe-job.js'
import { inAMoment } from '../time/in-a-moment.js'
import type { Cancel } from '../time/scheduler.js'
import type { Row, Table } from './table.js'
import type { VendorWorld } from './vendor-world.js'
import type { World } from './world.js'

/** A job to come, as data: it is rolled back, copied and kept like every row. */
export interface Timer extends Row {
  readonly vendor: string
  readonly scope: string
  readonly job: string
  /** Unix milliseconds on the world's clock. */
  readonly due: number
  readonly data: Readonly<Record<string, unknown>>
}

/** The jobs that a world's vendors have scheduled. */
export class Timers {
  readonly table: Table<Timer>
  private readonly world: World
  private readonly armed = new Map<string, Cancel>()
  /** How many there have been. */
  count = 0

  constructor(world: World, table: Table<Timer>) {
    this.world = world
    this.table = table
  }

  schedule(owner: VendorWorld, job: string, due: number, data: Timer['data']): string {
    const id = `timer_${++this.count}`
    const timer = this.table.insert({ id, vendor: owner.runtime.name, scope: owner.scope, job, due, data })
    this.world.current.afterCommit.push(() => this.arm(timer))
    return id
  }

  cancel(id: string): void {
    if (this.table.delete(id)) this.world.current.afterCommit.push(() => this.disarm(id))
  }

  /** Arms every timer there is, after a copy or a restart; ids go on from `count`. */
  resume(count: number): void {
    this.count = count
    for (const timer of this.table.all()) {
      this.count = Math.max(this.count, Number(timer.id.slice('timer_'.length)))
      // What belongs to a vendor that is not started waits for it.
      if (!this.world.absent.vendors.some(({ name }) => name === timer.vendor)) this.arm(timer)
    }
  }

  private arm(timer: Timer): void {
    this.armed.set(
      timer.id,
      this.world.scheduler.at(timer.due, () => void this.fire(timer.id)),
    )
  }

  /** Does the job of a timer, whose turn it is. False where there is no such timer. */
  fire(id: string): boolean {
    this.armed.delete(id)
    const timer = this.table.find(id)
    if (!timer) return false
    const runtime = this.world.sandbox.runtime(timer.vendor)
    const job = runtime?.definition.jobs?.[timer.job]
    try {
      this.world.transact(`job ${timer.job}`, undefined, () => {
        this.table.delete(id)
        if (runtime && job) job(timer.data, this.world.view(runtime, timer.scope))
      })
    } catch (error) {
      if (error instanceof Refusal) return true
      if (isNotWritten(error)) {
        // It has not happened: its turn comes again.
        inAMoment(() => this.arm(timer))
        throw error
      }
      // What it did is taken back, but it has had its turn.
      this.world.transact(`job ${timer.job} failed`, undefined, () => this.table.delete(id))
      throw error
    } finally {
      observeJob(this.world, timer.job, id)
    }
    return true
  }

  private disarm(id: string): void {
    this.armed.get(id)?.()
    this.armed.delete(id)
  }
}
