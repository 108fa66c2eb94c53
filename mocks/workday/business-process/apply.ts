import { addDays, type Day } from '../history/dates.js'
import type { Fact } from '../history/fact.js'
import type { Employment, Held, Job, WorkerRow } from '../rows/worker.js'
import type { WorkdayWorld } from '../world.js'
import type { Change, ChangeJob, Hire, Terminate } from './change.js'
import type { EventRow } from './event.js'
import { logTransaction } from './transaction-log.js'

/** Makes true what an event proposed: new facts from its day on, and a line in the transaction log. */
export function applyChange(world: WorkdayWorld, event: EventRow): void {
  applyFacts(world, event)
  const description = `${event.process}: ${world.workerName(event.worker)}`
  logTransaction(world, event, { types: typesOf(event.change), description })
}

/** The facts of an event alone. */
export function applyFacts(world: WorkdayWorld, event: EventRow): void {
  const { change } = event
  const stamp = stampOf(event, world.now())
  switch (change.kind) {
    case 'hire':
      putWorker(world, event, (worker) => hire(worker, change, stamp))
      break
    case 'change-job':
      moveTeam(world, event.worker, change)
      putWorker(world, event, (worker) => withContractEnd(changeJob(world, worker, change, stamp), change, stamp))
      break
    case 'change-title':
      putWorker(world, event, (worker) =>
        withJob(worker, change.position, stamp, (job) => ({ ...job, businessTitle: change.businessTitle })),
      )
      break
    case 'change-assignments':
      putWorker(world, event, (worker) => ({
        ...worker,
        assignments: [
          ...worker.assignments,
          stamp({ ...lastOf(worker.assignments, event.effective), ...change.assignments }),
        ],
      }))
      break
    case 'terminate':
      putWorker(world, event, (worker) => terminate(worker, change, stamp))
      break
    case 'request-time-off':
      break
    case 'change-contact': {
      const person = world.person(event.person)
      const side = change.usage === 'WORK' ? 'work' : 'home'
      world.persons.put({ ...person, [side]: [...person[side], stamp(change.contact)] })
      break
    }
  }
}

/** Business_Process_Type ids that a change is found by. @unverified which further types a change of job counts as */
export function typesOf(change: Change): readonly string[] {
  switch (change.kind) {
    case 'hire':
      return [change.contractEnd === undefined ? 'Hire Employee' : 'Contract Contingent Worker']
    case 'change-job':
      return ['Change Job', ...change.types]
    case 'change-title':
      return ['Title Change']
    case 'change-assignments':
      return ['Change Organization Assignments for Worker']
    case 'request-time-off':
      return ['Request Time Off']
    case 'terminate':
      return [change.contingent ? 'End Contingent Worker Contract' : 'Terminate Employee']
    case 'change-contact':
      return [change.usage === 'WORK' ? 'Work Contact Change' : 'Home Contact Change', 'Contact Information Event']
  }
}

type Stamp = <T>(value: T, effective?: Day) => Fact<T>

function stampOf(event: EventRow, entered: number): Stamp {
  return (value, effective = event.effective) => ({ effective, entered, event: event.id, value })
}

function putWorker(world: WorkdayWorld, event: EventRow, change: (worker: WorkerRow) => WorkerRow): void {
  world.workers.put(change(world.worker(event.worker)))
}

function hire(worker: WorkerRow, change: Hire, stamp: Stamp): WorkerRow {
  const before = lastOf(worker.employment, change.hireDate)
  const employment: Employment = {
    active: true,
    hireDate: change.hireDate,
    originalHireDate: before?.originalHireDate ?? change.hireDate,
    ...(change.reason !== undefined && { hireReason: change.reason }),
    ...(change.contractEnd !== undefined && { contractEnd: change.contractEnd }),
  }
  const held: Held = { position: change.job.position, facts: [stamp<Job | undefined>(change.job)] }
  return {
    ...worker,
    employment: [...worker.employment, stamp(employment)],
    jobs: [held, ...worker.jobs.filter(({ position }) => position !== held.position)],
    assignments: [...worker.assignments, stamp(change.assignments)],
    compensation: change.compensation ? [...worker.compensation, stamp(change.compensation)] : worker.compensation,
  }
}

function changeJob(world: WorkdayWorld, worker: WorkerRow, change: ChangeJob, stamp: Stamp): WorkerRow {
  const to = change.job.position
  if (to === undefined || to === change.position) {
    return withJob(worker, change.position, stamp, (job) => ({ ...job, ...change.job }))
  }
  // Into another position: the one that is left is held no more from that day on.
  const held = worker.jobs.find(({ position }) => position === change.position)
  const old = held && lastOf(held.facts, stamp(0).effective)
  if (!held || !old) throw new Error(`${world.workerName(worker.id)} does not hold the position ${change.position}.`)
  const position = change.closesPosition === true ? world.positions.find(change.position) : undefined
  if (position) world.positions.put({ ...position, closed: true })
  const left: Held = { ...held, facts: [...held.facts, stamp<Job | undefined>(undefined)] }
  const taken: Held = { position: to, facts: [stamp<Job | undefined>({ ...old, ...change.job })] }
  return { ...worker, jobs: worker.jobs.flatMap((each) => (each === held ? [taken, left] : [each])) }
}

function withContractEnd(worker: WorkerRow, { contractEnd }: ChangeJob, stamp: Stamp): WorkerRow {
  const before = contractEnd === undefined ? undefined : lastOf(worker.employment, stamp(0).effective)
  if (!before || contractEnd === undefined) return worker
  return { ...worker, employment: [...worker.employment, stamp({ ...before, contractEnd })] }
}

/** Organizations that stood below the one that is left stand below the new one. They have no history of their own. */
function moveTeam(world: WorkdayWorld, worker: string, { movesTeam, job }: ChangeJob): void {
  const to = job.organization
  if (movesTeam !== true || to === undefined) return
  const below = world.withSubordinates(world.organizations.where('manager', worker).map(({ id }) => id))
  // Nobody is put below an organization of their own.
  if (below.has(to)) return
  for (const led of world.organizations.where('manager', worker))
    if (led.superior !== undefined && !below.has(led.superior)) world.organizations.put({ ...led, superior: to })
}

function withJob(worker: WorkerRow, position: string, stamp: Stamp, change: (job: Job) => Job): WorkerRow {
  const jobs = worker.jobs.map((held) => {
    const job = held.position === position ? lastOf(held.facts, stamp(0).effective) : undefined
    return job ? { ...held, facts: [...held.facts, stamp<Job | undefined>(change(job))] } : held
  })
  return { ...worker, jobs }
}

/** Gone from the day after the termination date on. */
function terminate(worker: WorkerRow, change: Terminate, stamp: Stamp): WorkerRow {
  const before = lastOf(worker.employment, change.terminationDate)
  if (!before) return worker
  const employment: Employment = {
    ...before,
    active: false,
    terminationDate: change.terminationDate,
    lastDayOfWork: change.lastDayOfWork,
    ...(change.reason !== undefined && { terminationReason: change.reason }),
  }
  return { ...worker, employment: [...worker.employment, stamp(employment, addDays(change.terminationDate, 1))] }
}

/** What is in force on a day and not taken back. */
function lastOf<T>(facts: readonly Fact<T>[], effective: Day): T | undefined {
  let found: Fact<T> | undefined
  for (const fact of facts) {
    if (fact.rescinded !== undefined || fact.effective > effective) continue
    if (!found || fact.effective >= found.effective) found = fact
  }
  return found?.value
}
