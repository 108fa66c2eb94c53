import type { Table } from '../../src/engine/kit.js'
import type { Day } from './history/dates.js'
import { type AsOf, isKnown, valueAt } from './history/fact.js'
import type { Employment, Held, Job, WorkerRow } from './rows/worker.js'

/** A job and the position it is done in. */
export interface JobHeld {
  readonly held: Held
  readonly job: Job
}

/** A job and who does it. */
export interface CurrentJob {
  readonly worker: WorkerRow
  readonly job: Job
}

/** What is so of one worker on the day. */
interface Today {
  readonly row: WorkerRow
  /** The hire stands, whenever it takes effect. */
  readonly hired: boolean
  readonly employment: Employment | undefined
  readonly jobs: readonly JobHeld[]
}

interface Lists {
  readonly revision: number
  readonly hired: readonly WorkerRow[]
  /** Whoever is employed or was. */
  readonly known: readonly WorkerRow[]
  readonly here: readonly WorkerRow[]
  readonly all: readonly Today[]
}

interface Jobs {
  readonly of: Lists
  readonly jobs: readonly CurrentJob[]
  readonly byPosition: ReadonlyMap<string, CurrentJob>
}

/**
 * What is so today, worked out once for each day and each state of a worker: after a change only the changed rows are looked at
 * again. In a tenant of 50,000 that is a matter of a few milliseconds.
 */
export class Present {
  private readonly workers: Table<WorkerRow>
  private day: Day = ''
  private readonly byId = new Map<string, Today>()
  private lists: Lists | undefined
  private jobsMade: Jobs | undefined

  constructor(workers: Table<WorkerRow>) {
    this.workers = workers
  }

  /** What is so of one, where `asOf` is today and now. */
  of(row: WorkerRow, asOf: AsOf): Today {
    this.turnTo(asOf.effective)
    const before = this.byId.get(row.id)
    if (before?.row === row) return before
    const today = lookAt(row, asOf)
    this.byId.set(row.id, today)
    return today
  }

  all(asOf: AsOf): Lists {
    this.turnTo(asOf.effective)
    const { revision } = this.workers
    if (this.lists?.revision !== revision) this.lists = this.list(asOf, revision)
    return this.lists
  }

  /** The jobs of all who are here, in the order of the workers, and who is in which position. */
  jobs(asOf: AsOf): Jobs {
    const of = this.all(asOf)
    if (this.jobsMade?.of !== of) {
      const jobs = jobsIn(of)
      this.jobsMade = { of, jobs, byPosition: new Map(jobs.map((each) => [each.job.position, each])) }
    }
    return this.jobsMade
  }

  private turnTo(day: Day): void {
    if (this.day === day) return
    this.day = day
    this.byId.clear()
    this.lists = undefined
  }

  private list(asOf: AsOf, revision: number): Lists {
    const before = this.lists?.all ?? []
    const all: Today[] = []
    const hired: WorkerRow[] = []
    const known: WorkerRow[] = []
    const here: WorkerRow[] = []
    for (const row of this.workers.all()) {
      // Workers keep their places, so the one that was here before is most often the same.
      const kept = before[all.length]
      const today = kept?.row === row ? kept : this.of(row, asOf)
      all.push(today)
      if (today.hired) hired.push(row)
      if (!today.employment) continue
      known.push(row)
      if (today.employment.active) here.push(row)
    }
    return { revision, all, hired, known, here }
  }
}

function jobsIn({ all }: Lists): CurrentJob[] {
  return all.flatMap(({ row, employment, jobs }) =>
    employment?.active === true ? jobs.map(({ job }) => ({ worker: row, job })) : [],
  )
}

function lookAt(row: WorkerRow, asOf: AsOf): Today {
  return { row, hired: isHired(row, asOf.entered), employment: valueAt(row.employment, asOf), jobs: jobsOf(row, asOf) }
}

/** The hire was entered by then and not taken back, whenever it takes effect. */
export function isHired({ employment }: WorkerRow, moment: number): boolean {
  return employment.some((fact) => isKnown(fact, moment))
}

/** The jobs that a worker has, the primary one first. */
export function jobsOf({ jobs }: WorkerRow, asOf: AsOf): JobHeld[] {
  return jobs.flatMap((held) => {
    const job = valueAt(held.facts, asOf)
    return job ? [{ held, job }] : []
  })
}
