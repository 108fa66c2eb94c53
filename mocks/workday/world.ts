import type { Description, Row, Table, VendorWorld } from '../../src/engine/kit.js'
import type { EventRow, StepRow } from './business-process/event.js'
import type { LogRow } from './business-process/transaction-log.js'
import type { TenantData } from './company/tenant-data.js'
import { DAY, type Day, dayOf } from './history/dates.js'
import { type AsOf, valueAt } from './history/fact.js'
import type { IntegrationEventRow, SubscriptionRow } from './outbound/rows.js'
import { type CurrentJob, isHired, type JobHeld, jobsOf, Present } from './present.js'
import type { FeedbackRow } from './rows/feedback.js'
import type { PersonName, PersonRow } from './rows/person.js'
import type { StagedRow } from './rows/staged.js'
import type {
  JobFamilyGroupRow,
  JobFamilyRow,
  JobProfileRow,
  LocationRow,
  OrganizationRow,
  PositionRow,
} from './rows/tenant.js'
import type { TimeOffRow } from './rows/time-off.js'
import type { Employment, Job, WorkerRow } from './rows/worker.js'
import type { Minted } from './security/mint.js'
import { Security } from './security/store.js'
import { VALUE_WID } from './value-lists.js'

interface Counter extends Row {
  readonly next: number
}

/** Workday's part of a world, typed: one tenant. Days are `2026-01-31`, moments Unix milliseconds, references WIDs. */
export class WorkdayWorld {
  readonly port: VendorWorld
  readonly description: Description
  readonly workers: Table<WorkerRow>
  readonly persons: Table<PersonRow>
  readonly organizations: Table<OrganizationRow>
  readonly jobProfiles: Table<JobProfileRow>
  readonly jobFamilies: Table<JobFamilyRow>
  readonly jobFamilyGroups: Table<JobFamilyGroupRow>
  readonly locations: Table<LocationRow>
  readonly positions: Table<PositionRow>
  readonly events: Table<EventRow>
  /** Which event a step is of. */
  readonly steps: Table<StepRow>
  readonly log: Table<LogRow>
  readonly timeOff: Table<TimeOffRow>
  readonly feedback: Table<FeedbackRow>
  /** What is said of changes that REST has begun. */
  readonly staged: Table<StagedRow>
  readonly security: Security
  readonly minted: Table<Minted>
  readonly subscriptions: Table<SubscriptionRow>
  readonly integrationEvents: Table<IntegrationEventRow>
  /** What the tenant was set up with. */
  readonly company: Table<TenantData>
  private readonly counters: Table<Counter>
  private readonly current: Present
  private day: { readonly number: number; readonly day: Day } | undefined

  constructor(port: VendorWorld, description: Description) {
    this.port = port
    this.description = description
    this.workers = port.table('workers')
    this.persons = port.table('persons')
    this.organizations = port.table('organizations')
    this.jobProfiles = port.table('job-profiles')
    this.jobFamilies = port.table('job-families')
    this.jobFamilyGroups = port.table('job-family-groups')
    this.locations = port.table('locations')
    this.positions = port.table('positions')
    this.events = port.table('events')
    this.steps = port.table('_event-steps')
    this.log = port.table('transaction-log')
    this.timeOff = port.table('time-off')
    this.feedback = port.table('feedback')
    this.staged = port.table('_staged')
    this.security = new Security(port)
    this.minted = port.table('_minted')
    this.subscriptions = port.table('subscriptions')
    this.integrationEvents = port.table('integration-events')
    this.company = port.table('_company')
    this.counters = port.table('_counters')
    this.current = new Present(this.workers)
  }

  now(): number {
    return this.port.now()
  }

  /** The tenant's name, as it stands in paths: `standin_dpt1`. */
  get tenant(): string {
    return this.minted.find('tenant')?.name ?? ''
  }

  today(): Day {
    const number = Math.floor(this.now() / DAY)
    if (this.day?.number !== number) this.day = { number, day: dayOf(this.now()) }
    return this.day.day
  }

  /** Today, as far as it is known. */
  get present(): AsOf {
    return { effective: this.today(), entered: this.now() }
  }

  /** A Workday ID: 32 digits of base 16. */
  newWid(): string {
    const wid = this.port.random.hex(32)
    return wid.startsWith(VALUE_WID) ? this.newWid() : wid
  }

  /** The next number of a kind of reference id. */
  nextNumber(name: string, first: number): number {
    const at = this.counters.find(name)?.next ?? first
    this.counters.put({ id: name, next: at + 1 })
    return at
  }

  /** A value of `settings.workday`. */
  setting(name: string): unknown {
    return this.port.world.sandbox.options.settings?.workday?.[name]
  }

  /** Whether changes wait for a manager's approval. Default true. */
  get approvals(): boolean {
    return this.setting('approvals') !== false
  }

  /** A worker that is there: the caller has looked. */
  worker(wid: string): WorkerRow {
    return found(this.workers.find(wid), 'worker', wid)
  }

  person(wid: string): PersonRow {
    return found(this.persons.find(wid), 'person', wid)
  }

  employment(worker: WorkerRow, asOf: AsOf = this.present): Employment | undefined {
    return this.isPresent(asOf) ? this.current.of(worker, asOf).employment : valueAt(worker.employment, asOf)
  }

  isActive(worker: WorkerRow, asOf: AsOf = this.present): boolean {
    return this.employment(worker, asOf)?.active === true
  }

  /** The jobs that a worker has, the primary one first. */
  jobsOf(worker: WorkerRow, asOf: AsOf = this.present): readonly JobHeld[] {
    return this.isPresent(asOf) ? this.current.of(worker, asOf).jobs : jobsOf(worker, asOf)
  }

  primaryJob(worker: WorkerRow, asOf: AsOf = this.present): Job | undefined {
    return this.jobsOf(worker, asOf)[0]?.job
  }

  /** Those whose hire was entered by then and not taken back, whenever it takes effect, in the order they came. */
  hired(asOf: AsOf): readonly WorkerRow[] {
    if (this.isPresent(asOf)) return this.current.all(asOf).hired
    return this.workers.all().filter((worker) => isHired(worker, asOf.entered))
  }

  /** What comes is entered later than now, so a later moment shows the same. */
  private isPresent({ effective, entered }: AsOf): boolean {
    return entered >= this.now() && effective === this.today()
  }

  /** The name that a person goes by. */
  nameOf(person: PersonRow, asOf: AsOf = this.present): PersonName | undefined {
    const preferred = valueAt(person.preferredName, asOf)
    return preferred ?? valueAt(person.legalName, asOf) ?? person.legalName[0]?.value
  }

  workerName(wid: string, asOf: AsOf = this.present): string {
    const worker = this.workers.find(wid)
    const person = worker && this.persons.find(worker.person)
    const name = person && this.nameOf(person, asOf)
    return name ? fullName(name) : ''
  }

  /** Workers that are here now, or also those that were; with a text, those in whose name or id a word of it stands. */
  roster(terminatedToo: boolean, search?: string): readonly WorkerRow[] {
    const { here, known } = this.current.all(this.present)
    const words = search?.toLowerCase().split(/\s+/).filter(Boolean) ?? []
    const all = terminatedToo ? known : here
    if (words.length === 0) return all
    return all.filter((worker) => {
      const text = `${this.workerName(worker.id)} ${worker.reference}`.toLowerCase()
      return words.some((word) => text.includes(word))
    })
  }

  /** The jobs of all who are here, in the order of the workers. */
  currentJobs(): readonly CurrentJob[] {
    return this.current.jobs(this.present).jobs
  }

  /** Who is in a position today, and what they do there. */
  currentJob(position: string): CurrentJob | undefined {
    return this.current.jobs(this.present).byPosition.get(position)
  }

  /** WIDs of the organizations that a worker is in: the supervisory ones of the jobs, then the others. */
  organizationsOf(worker: WorkerRow, asOf: AsOf = this.present): string[] {
    const { company, costCenter, region, businessUnit, custom = [] } = valueAt(worker.assignments, asOf) ?? {}
    const others = [company, costCenter, region, businessUnit, ...custom].filter((id) => id !== undefined)
    return [...new Set([...this.jobsOf(worker, asOf).map(({ job }) => job.organization), ...others])]
  }

  /** Organizations with all that are below them. */
  withSubordinates(organizations: readonly string[]): Set<string> {
    const all = new Set<string>()
    const waiting = [...organizations]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (all.has(id)) continue
      all.add(id)
      waiting.push(...this.organizations.where('superior', id).map((below) => below.id))
    }
    return all
  }

  /** WID of who leads an organization, or the next one above it; never the worker that is asked for. */
  leaderOf(organization: string, worker: string): string | undefined {
    let at = this.organizations.find(organization)
    // Superiors never form a circle, since that is refused where one is set; the bound is against a file that does.
    for (let depth = 0; at && depth < 100; depth++) {
      if (at.manager !== undefined && at.manager !== worker) return at.manager
      at = at.superior === undefined ? undefined : this.organizations.find(at.superior)
    }
    return undefined
  }

  /** WID of the worker's manager. */
  managerOf(wid: string, asOf: AsOf = this.present): string | undefined {
    const worker = this.workers.find(wid)
    const job = worker && this.primaryJob(worker, asOf)
    return job && this.leaderOf(job.organization, wid)
  }

  /** Tells whoever subscribed that an event is completed. */
  announce(event: EventRow): void {
    this.port.emit('business-process-completed', event)
  }
}

export function fullName({ first, middle, last }: PersonName): string {
  return [first, middle, last].filter((part) => part !== undefined && part !== '').join(' ')
}

function found<R>(row: R | undefined, what: string, wid: string): R {
  if (row) return row
  throw new Error(`There is no ${what} ${wid}: look it up first.`)
}
