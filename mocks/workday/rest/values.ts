import { resolve } from '../references.js'
import type { JobProfileRow, LocationRow, OrganizationRow, OrganizationType, PositionRow } from '../rows/tenant.js'
import type { WorkerRow } from '../rows/worker.js'
import { valueWid } from '../value-lists.js'
import type { WorkdayWorld } from '../world.js'
import type { Reference } from './references.js'
import { workerReference } from './references.js'

/** What may be chosen for a field: all of it for a prompt, and what an id stands for in a body. */
export interface Values {
  readonly all: (world: WorkdayWorld) => readonly Reference[]
  readonly find: (world: WorkdayWorld, id: string) => Reference | undefined
}

/** Values of a list that is the same everywhere, with the way from a reference id to its reference and back. */
export interface FixedValues extends Values {
  readonly of: (value: string) => Reference
  /** The reference id that a WID, or `Type=id`, stands for. */
  readonly valueOf: (id: string | undefined) => string | undefined
}

/** Values that every tenant of ours has: `[reference id, what it is called]`. */
export function fixedValues(
  idType: string,
  pairs: readonly (readonly [value: string, descriptor: string])[],
): FixedValues {
  const all = pairs.map(([value, descriptor]) => ({ id: valueWid(idType, value), descriptor }))
  const byId = new Map<string, Reference>()
  pairs.forEach(([value], i) => {
    const reference = all[i]
    if (!reference) return
    byId.set(reference.id, reference)
    byId.set(`${idType}=${value}`, reference)
  })
  const back = new Map(
    pairs.flatMap(([value]) => [
      [valueWid(idType, value), value],
      [`${idType}=${value}`, value],
    ]),
  )
  return {
    all: () => all,
    find: (_, id) => byId.get(id),
    // What is not in the list may still be in the data: SOAP takes more countries than are listed here.
    of: (value) => byId.get(`${idType}=${value}`) ?? { id: valueWid(idType, value), descriptor: value },
    valueOf: (id) => back.get(id ?? ''),
  }
}

/** For what this tenant has not set up: nothing can be chosen. */
export const NO_VALUES: Values = { all: () => [], find: () => undefined }

const named = ({ id, name }: { readonly id: string; readonly name: string }): Reference => ({ id, descriptor: name })

export const JOB_PROFILES: Values = {
  all: (world) =>
    world.jobProfiles
      .all()
      .filter(({ inactive }) => !inactive)
      .map(named),
  find: (world, id) => {
    const row = resolve<JobProfileRow>(world, 'jobProfile', id)
    return row && named(row)
  },
}

export const LOCATIONS: Values = {
  all: (world) =>
    world.locations
      .all()
      .filter(({ inactive }) => !inactive)
      .map(named),
  find: (world, id) => {
    const row = resolve<LocationRow>(world, 'location', id)
    return row && named(row)
  },
}

export function organizations(type: OrganizationType): Values {
  return {
    all: (world) =>
      world.organizations
        .where('type', type)
        .filter(({ inactive }) => !inactive)
        .map(named),
    find: (world, id) => {
      const row = resolve<OrganizationRow>(world, 'organization', id)
      return row?.type === type ? named(row) : undefined
    },
  }
}

/** The jobs of those who are here, by their positions. */
export const JOBS: Values = {
  all: (world) => world.currentJobs().map(({ job }) => ({ id: job.position, descriptor: job.businessTitle })),
  find: (world, id) => {
    const row = resolve<PositionRow>(world, 'position', id)
    return row && { id: row.id, descriptor: world.currentJob(row.id)?.job.businessTitle ?? row.title }
  },
}

/** Positions that nobody holds. */
export const OPEN_POSITIONS: Values = {
  all: (world) =>
    world.positions
      .all()
      .filter(({ id, closed }) => !closed && world.currentJob(id) === undefined)
      .map(({ id, reference, title }) => ({ id, descriptor: `${reference} ${title}` })),
  find: (world, id) => {
    const row = resolve<PositionRow>(world, 'position', id)
    return row && { id: row.id, descriptor: `${row.reference} ${row.title}` }
  },
}

export const WORKERS: Values = {
  all: (world) => world.roster(false).flatMap(({ id }) => workerReference(world, id) ?? []),
  find: (world, id) => workerReference(world, resolve<WorkerRow>(world, 'worker', id)?.id),
}

/** Event_Classification_Subcategory_IDs of a change of job, and what they are called. */
export const REASONS = [
  ['Transfer_Employee_Transfer', 'Transfer > Move to another Manager'],
  ['Promote_Employee_Promotion', 'Promotion > Promotion'],
  ['Demote_Employee_Demotion', 'Demotion > Performance'],
  ['Lateral_Move_Employee', 'Lateral Move > Move to another Position'],
  ['Data_Change_Job_Details', 'Data Change > Change Job Details'],
] as const

export const REASON_VALUES = fixedValues('Event_Classification_Subcategory_ID', REASONS)

const alike = (...names: string[]) => names.map((name) => [name.replaceAll(' ', '_'), name] as const)

export const EMPLOYEE_TYPES = fixedValues('Employee_Type_ID', alike('Regular', 'Temporary', 'Fixed Term', 'Intern'))
export const CONTINGENT_TYPES = fixedValues('Contingent_Worker_Type_ID', alike('Contractor', 'Consultant'))
export const TIME_TYPES = fixedValues('Position_Time_Type_ID', [
  ['Full_time', 'Full time'],
  ['Part_time', 'Part time'],
])
export const PAY_RATE_TYPES = fixedValues('Pay_Rate_Type_ID', alike('Salary', 'Hourly'))
export const FREQUENCIES = fixedValues('Frequency_ID', alike('Annual', 'Monthly', 'Hourly'))
export const CURRENCIES = fixedValues('Currency_ID', alike('USD', 'EUR', 'GBP', 'CAD', 'JPY'))
export const WORKER_TYPES = fixedValues('Worker_Type_ID', alike('Employee', 'Contingent Worker'))
export const HEADCOUNT_OPTIONS = fixedValues('Headcount_Option_ID', [
  ['MOVE', 'Move the headcount to the new organization'],
  ['CLOSE', 'Close the headcount'],
  ['LEAVE', 'Leave the headcount in the current organization'],
])
