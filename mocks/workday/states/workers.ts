import { SandboxError, type StateHandler } from '../../../src/engine/kit.js'
import type { EventRow } from '../business-process/event.js'
import { decide } from '../business-process/process.js'
import { rescind } from '../business-process/rescind.js'
import { tenantData } from '../company/tenant-data.js'
import { addDays, type Day } from '../history/dates.js'
import { resolve } from '../references.js'
import type { OrganizationRow } from '../rows/tenant.js'
import type { WorkerRow } from '../rows/worker.js'
import { StaffingError } from '../staffing/complaint.js'
import { type HireRequest, hireEmployee } from '../staffing/hire.js'
import { terminateWorker } from '../staffing/terminate.js'
import type { WorkdayWorld } from '../world.js'
import { dayNamed } from './days.js'

type Params = Readonly<Record<string, unknown>>

/** Who an administrator's acts are by. */
const BY = 'wd-implementer'
/** Hired so long ago where nothing else is said, in days. */
const LONG_AGO = -365

const text = (value: unknown, usual: string): string => (typeof value === 'string' ? value : usual)

/** A worker by WID or by reference id, if there is one. */
function known(world: WorkdayWorld, id: unknown): WorkerRow | undefined {
  const name = String(id)
  return world.workers.find(name) ?? world.workers.where('reference', name)[0]
}

function worker(world: WorkdayWorld, id: unknown): WorkerRow {
  const found = known(world, id)
  if (found) return found
  const remedy = 'Give the WID or the Employee ID of a worker who is there: begin with "a worker with id ... exists".'
  throw new SandboxError('SANDBOX_NOT_FOUND', `There is no worker ${String(id)}.`, remedy)
}

/** Runs a business process; what stands against it is told as it is by SOAP. */
function process<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof StaffingError)) throw error
    throw new SandboxError(
      'SANDBOX_BAD_INPUT',
      error.complaint.soap,
      'Bring about another state first, or on another day.',
    )
  }
}

/** Hires somebody for a day, approved at once. An id that is no WID becomes the Employee ID. */
function hire(
  world: WorkdayWorld,
  params: Params,
  hireDate: Day,
  { person, contractEnd }: { readonly person?: string; readonly contractEnd?: Day } = {},
): string {
  const { id, firstName, lastName, email, businessTitle } = params
  const first = text(firstName, 'Alex')
  const last = text(lastName, 'Example')
  const address = text(email, `${first}.${last}.${String(id)}@aldergate.example`.toLowerCase())
  const usage = { id: world.newWid(), usage: 'WORK', primary: true, public: true } as const
  const work = { addresses: [], emails: [{ ...usage, address }], phones: [], instantMessengers: [], webAddresses: [] }
  const employeeId = /^[0-9a-f]{32}$/.test(String(id)) || person !== undefined ? undefined : String(id)
  const job = jobOf(world, businessTitle)
  const request: HireRequest = {
    hireDate,
    person: person === undefined ? { legalName: { country: 'US', first, last }, work } : { existing: person },
    organization: organizationOf(world, params.organization),
    ...(employeeId !== undefined && { employeeId }),
    ...(contractEnd !== undefined && { contractEnd }),
    job,
    initiator: BY,
    autoComplete: true,
  }
  return process(() => hireEmployee(world, request)).worker
}

function organizationOf(world: WorkdayWorld, name: unknown): string {
  if (name === undefined) return tenantData(world).departments[0]?.teams[0] ?? ''
  const row =
    resolve<OrganizationRow>(world, 'organization', String(name)) ??
    world.organizations.where('reference', String(name))[0]
  if (row) return row.id
  throw new SandboxError(
    'SANDBOX_NOT_FOUND',
    `There is no organization '${String(name)}'.`,
    'Give a reference id: SUP_Optics.',
  )
}

function jobOf(world: WorkdayWorld, title: unknown) {
  const profile = world.jobProfiles.oldest
  return {
    jobProfile: profile?.id ?? '',
    location: world.locations.oldest?.id ?? '',
    businessTitle: text(title, profile?.name ?? ''),
    timeType: 'Full_time',
    defaultHours: 40,
    scheduledHours: 40,
    employeeType: 'Regular',
  } as const
}

/** What stands for the id of a contract. An Employee ID stands for itself. */
function standing(id: unknown, wid: string): Record<string, string> {
  return /^[0-9a-f]{32}$/.test(String(id)) ? { [String(id)]: wid } : {}
}

function exists(params: Params, world: WorkdayWorld): Record<string, string> {
  const hireDate = dayNamed(world, params.date, addDays(world.today(), LONG_AGO))
  const wid = known(world, params.id)?.id ?? hire(world, params, hireDate)
  return standing(params.id, wid)
}

function terminated(params: Params, world: WorkdayWorld): Record<string, string> {
  const { date, ...rest } = params
  const ids = exists(rest, world)
  const wid = ids[String(params.id)] ?? worker(world, params.id).id
  const terminationDate = dayNamed(world, date, addDays(world.today(), -1))
  process(() =>
    terminateWorker(world, { worker: world.worker(wid), terminationDate, initiator: BY, autoComplete: true }),
  )
  return ids
}

/** The hire of a worker is taken back. */
function hireRescinded(params: Params, world: WorkdayWorld): Record<string, string> {
  const ids = exists(params, world)
  const row = worker(world, ids[String(params.id)] ?? params.id)
  const hired = world.events
    .where('worker', row.id)
    .find(({ change, status }) => change.kind === 'hire' && status === 'completed')
  if (!hired)
    throw new SandboxError(
      'SANDBOX_BAD_INPUT',
      `The hire of ${row.reference} is no event of this tenant.`,
      'Name a worker who is hired by a state or a request.',
    )
  rescind(world, hired)
  return ids
}

/** One person, one reference id, two workers: the contract ends on the day before. @source facts part C (read 2026-11-24) */
function converted(params: Params, world: WorkdayWorld): Record<string, string> {
  const day = dayNamed(world, params.date, world.today())
  const reference = String(params.id)
  const contractor = world.worker(hire(world, params, addDays(day, LONG_AGO), { contractEnd: day }))
  const end = { worker: contractor, terminationDate: addDays(day, -1), initiator: BY, autoComplete: true }
  process(() => terminateWorker(world, end))
  const employee = hire(world, params, day, { person: contractor.person })
  world.workers.put({ ...world.worker(employee), reference })
  return standing(params.id, employee)
}

/** An account of the worker's own, with the rights of the integration's groups, for what a person does on the pages of OAuth. */
function signsIn({ id, password }: Params, world: WorkdayWorld): Record<string, string> {
  const { userName, id: wid } = worker(world, id)
  const groups = world.security.accounts.all()[0]?.groups ?? []
  world.security.accounts.put({
    id: userName,
    kind: 'worker',
    worker: wid,
    password: String(password),
    disabled: false,
    groups,
  })
  return {}
}

/** A manager decides what waits for one. */
function decided(decision: 'approve' | 'deny') {
  return ({ id, comment }: Params, world: WorkdayWorld): Record<string, string> => {
    const { id: wid, reference } = worker(world, id)
    const waiting = world.events.where('worker', wid).filter(({ status }) => status === 'in-progress')
    const event: EventRow | undefined = waiting.at(-1)
    const step = event?.steps.find(({ status }) => status === 'awaiting')
    if (!event || !step) {
      const remedy = 'Begin a change without Auto_Complete first, in a tenant with approvals.'
      throw new SandboxError('SANDBOX_BAD_INPUT', `Nothing of worker ${reference} waits for a decision.`, remedy)
    }
    decide(world, event, step, decision, text(comment, decision === 'deny' ? 'Not this quarter.' : ''))
    return {}
  }
}

/** Workers as contracts and scenarios need them: all by processes of the tenant, with their lines in the transaction log. */
export const workerStates: readonly StateHandler<WorkdayWorld>[] = [
  { name: 'a worker with id {id} exists', setUp: exists },
  { name: 'a worker with id {id} was hired on {date}', setUp: exists },
  { name: 'a worker with id {id} is hired for {date}', setUp: exists },
  { name: 'a worker with id {id} was terminated on {date}', setUp: terminated },
  { name: 'the hire of worker {id} was rescinded', setUp: hireRescinded },
  { name: 'contingent worker {id} became an employee on {date}', setUp: converted },
  { name: 'worker {id} may sign in with the password {password}', setUp: signsIn },
  { name: 'what waits for worker {id} is approved', setUp: decided('approve') },
  { name: 'what waits for worker {id} is denied', setUp: decided('deny') },
]
