import type { Change, NewPerson } from '../business-process/change.js'
import type { EventRow } from '../business-process/event.js'
import { initiate, submit } from '../business-process/process.js'
import type { Day } from '../history/dates.js'
import type { Fact } from '../history/fact.js'
import type { Job } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'
import { complain, complainBySoap } from './complaint.js'
import { holderOf } from './conflicts.js'

export interface HireRequest {
  readonly hireDate: Day
  readonly firstDay?: Day
  readonly person: NewPerson | { readonly existing: string }
  readonly organization: string
  /** WID of a position that is open; without one, a new one is made. */
  readonly position?: string
  readonly employeeId?: string
  /** Of a contingent worker, who is contracted and not employed. */
  readonly contractEnd?: Day
  readonly reason?: string
  readonly job: Omit<Job, 'position' | 'organization'>
  readonly initiator: string
  readonly autoComplete: boolean
  readonly comment?: string
}

export interface Hired {
  readonly event: EventRow
  readonly worker: string
  readonly position: string
}

/**
 * Hires somebody. The worker is there at once, though not active before the hire date, nor before the hire is approved.
 * @throws StaffingError
 */
export function hireEmployee(world: WorkdayWorld, request: HireRequest): Hired {
  check(world, request)
  const person =
    'existing' in request.person ? request.person.existing : makePerson(world, request.person, request.hireDate)
  const position = request.position ?? openPosition(world, request)
  const former = world.workers.where('person', person).find(({ kind }) => kind === 'employee')
  const worker = former?.id ?? makeWorker(world, request, person)
  const change: Change = {
    kind: 'hire',
    hireDate: request.hireDate,
    ...(request.reason !== undefined && { reason: request.reason }),
    job: { ...request.job, position, organization: request.organization },
    assignments: {},
    rehire: former !== undefined,
    ...(request.contractEnd !== undefined && { contractEnd: request.contractEnd }),
  }
  const { initiator, comment, autoComplete, hireDate } = request
  const process = request.contractEnd === undefined ? 'Hire Employee' : 'Contract Contingent Worker'
  const proposal = { process, worker, person, effective: hireDate, change, initiator }
  const event = initiate(world, { ...proposal, ...(comment !== undefined && { comment }) })
  return { event: submit(world, event, { autoComplete }), worker, position }
}

function check(world: WorkdayWorld, request: HireRequest): void {
  const { employeeId, position, hireDate, firstDay, person } = request
  if (firstDay !== undefined && firstDay < hireDate) throw complain('firstDayEarly')
  if (position !== undefined && holderOf(world, position, hireDate) !== undefined) throw complain('occupied')
  if (employeeId !== undefined && world.workers.where('reference', employeeId).length > 0) {
    const taken = world.workers.where('reference', employeeId)[0]
    const holder = world.workerName(taken?.id ?? '')
    throw complainBySoap(`Enter a unique Employee ID. The ID is already in use by ${holder}.`)
  }
  if (!('existing' in person)) return
  const before = world.workers.where('person', person.existing).find(({ kind }) => kind === 'employee')
  if (before && world.isActive(before, { effective: hireDate, entered: world.now() })) {
    throw complain('alreadyHired')
  }
}

function makePerson(world: WorkdayWorld, person: NewPerson, since: Day): string {
  const id = world.newWid()
  const fact = <T>(value: T): Fact<T> => ({ effective: since, entered: world.now(), event: id, value })
  const some = <T>(value: T | undefined): Fact<T>[] => (value === undefined ? [] : [fact(value)])
  world.persons.insert({
    id,
    legalName: [fact(person.legalName)],
    preferredName: some(person.preferredName),
    personal: some(person.personal),
    nationalIds: [],
    work: some(person.work),
    home: some(person.home),
  })
  return id
}

function makeWorker(world: WorkdayWorld, request: HireRequest, person: string): string {
  const reference = request.employeeId ?? nextEmployeeId(world)
  const name = world.persons.find(person)?.legalName[0]?.value
  const id = world.newWid()
  world.workers.insert({
    id,
    kind: request.contractEnd === undefined ? 'employee' : 'contingent',
    reference,
    person,
    userName: `${name?.first.charAt(0) ?? ''}${name?.last ?? ''}${reference}`.toLowerCase().replaceAll(/\s/g, ''),
    universalId: `U-${reference}`,
    employment: [],
    jobs: [],
    assignments: [],
    compensation: [],
  })
  return id
}

/** The next id that nobody has: one may have been given by hand. */
function nextEmployeeId(world: WorkdayWorld): string {
  for (;;) {
    const id = String(world.nextNumber('employee', 90_001))
    if (world.workers.where('reference', id).length === 0) return id
  }
}

function openPosition(world: WorkdayWorld, { organization, job }: HireRequest): string {
  const reference = `P-${String(world.nextNumber('position', 1)).padStart(5, '0')}`
  return world.positions.insert({
    id: world.newWid(),
    reference,
    title: job.businessTitle,
    organization,
    jobProfile: job.jobProfile,
    closed: false,
  }).id
}
