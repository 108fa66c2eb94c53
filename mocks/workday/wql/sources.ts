import { type AsOf, valueAt } from '../history/fact.js'
import type { JobProfileRow, OrganizationRow } from '../rows/tenant.js'
import type { WorkerRow } from '../rows/worker.js'
import { ELEMENT_DOMAINS } from '../security/element-domains.js'
import { valueWid } from '../value-lists.js'
import type { WorkdayWorld } from '../world.js'

export interface Instance {
  readonly id: string
  readonly descriptor: string
}

/** A value of a field: an instance where it names another object. */
export type Value = string | number | boolean | Instance | undefined

export interface Field {
  readonly name: string
  readonly type: 'Text' | 'Date' | 'Boolean' | 'Numeric' | 'Currency' | 'Single instance'
  /** Domains, one of which shows it; absent: whoever may query sees it. Who may not gets nothing, without a word. */
  readonly domains?: readonly string[]
}

interface DataSource<T> {
  readonly alias: string
  readonly descriptor: string
  readonly fields: readonly (Field & { readonly of: (row: T, world: WorkdayWorld, asOf: AsOf) => Value })[]
  rows(world: WorkdayWorld, asOf: AsOf): readonly T[]
}

/** A data source as the executor needs it: rows are opaque, a field is a function of them. */
export interface Source {
  readonly id: string
  readonly alias: string
  readonly descriptor: string
  readonly fields: ReadonlyMap<
    string,
    Field & { readonly of: (row: unknown, world: WorkdayWorld, asOf: AsOf) => Value }
  >
  rows(world: WorkdayWorld, asOf: AsOf): readonly unknown[]
}

const named = (row: { readonly id: string; readonly name: string } | undefined): Value =>
  row && { id: row.id, descriptor: row.name }

const job = (row: WorkerRow, world: WorkdayWorld, asOf: AsOf) => world.primaryJob(row, asOf)
const employment = (row: WorkerRow, world: WorkdayWorld, asOf: AsOf) => world.employment(row, asOf)
const personOf = (row: WorkerRow, world: WorkdayWorld) => world.persons.find(row.person)

const WORKER_FIELDS: DataSource<WorkerRow>['fields'] = [
  {
    name: 'worker',
    type: 'Single instance',
    of: ({ id }, world, asOf) => ({ id, descriptor: world.workerName(id, asOf) }),
  },
  { name: 'workdayID', type: 'Text', of: ({ id }) => id },
  { name: 'employeeID', type: 'Text', of: ({ reference }) => reference },
  { name: 'fullName', type: 'Text', of: ({ id }, world, asOf) => world.workerName(id, asOf) },
  { name: 'firstName', type: 'Text', of: (row, world, asOf) => world.nameOf(world.person(row.person), asOf)?.first },
  { name: 'lastName', type: 'Text', of: (row, world, asOf) => world.nameOf(world.person(row.person), asOf)?.last },
  { name: 'userName', type: 'Text', of: ({ userName }) => userName },
  {
    name: 'email_PrimaryWork',
    type: 'Text',
    of: (row, world, asOf) => {
      const person = personOf(row, world)
      return person && valueAt(person.work, asOf)?.emails.find(({ primary }) => primary)?.address
    },
  },
  {
    name: 'workerType',
    type: 'Single instance',
    of: ({ kind }) => ({
      id: valueWid('Worker_Type', kind),
      descriptor: kind === 'employee' ? 'Employee' : 'Contingent Worker',
    }),
  },
  {
    name: 'businessTitle',
    type: 'Text',
    domains: ELEMENT_DOMAINS.employment,
    of: (row, world, asOf) => job(row, world, asOf)?.businessTitle,
  },
  {
    name: 'jobProfile',
    type: 'Single instance',
    domains: ELEMENT_DOMAINS.employment,
    of: (row, world, asOf) => named(world.jobProfiles.find(job(row, world, asOf)?.jobProfile ?? '')),
  },
  {
    name: 'location',
    type: 'Single instance',
    domains: ELEMENT_DOMAINS.employment,
    of: (row, world, asOf) => named(world.locations.find(job(row, world, asOf)?.location ?? '')),
  },
  {
    name: 'supervisoryOrganization',
    type: 'Single instance',
    of: (row, world, asOf) => named(world.organizations.find(job(row, world, asOf)?.organization ?? '')),
  },
  {
    name: 'company',
    type: 'Single instance',
    of: (row, world, asOf) => named(world.organizations.find(valueAt(row.assignments, asOf)?.company ?? '')),
  },
  {
    name: 'costCenter',
    type: 'Single instance',
    of: (row, world, asOf) => named(world.organizations.find(valueAt(row.assignments, asOf)?.costCenter ?? '')),
  },
  {
    name: 'manager',
    type: 'Single instance',
    of: (row, world, asOf) => {
      const id = world.managerOf(row.id, asOf)
      return id === undefined ? undefined : { id, descriptor: world.workerName(id, asOf) }
    },
  },
  {
    name: 'hireDate',
    type: 'Date',
    domains: ELEMENT_DOMAINS.employment,
    of: (row, world, asOf) => employment(row, world, asOf)?.hireDate,
  },
  {
    name: 'terminationDate',
    type: 'Date',
    domains: ELEMENT_DOMAINS.employment,
    of: (row, world, asOf) => employment(row, world, asOf)?.terminationDate,
  },
  { name: 'activeStatus', type: 'Boolean', of: (row, world, asOf) => world.isActive(row, asOf) },
  {
    name: 'scheduledWeeklyHours',
    type: 'Numeric',
    domains: ELEMENT_DOMAINS.employment,
    of: (row, world, asOf) => job(row, world, asOf)?.scheduledHours,
  },
  {
    name: 'totalBasePay_Amount',
    type: 'Currency',
    domains: ELEMENT_DOMAINS.compensation,
    of: (row, _world, asOf) => valueAt(row.compensation, asOf)?.amount,
  },
  {
    name: 'dateOfBirth',
    type: 'Date',
    domains: ELEMENT_DOMAINS['gender-and-age'],
    of: (row, world, asOf) => {
      const person = personOf(row, world)
      return person && valueAt(person.personal, asOf)?.birthDate
    },
  },
]

const allWorkers = (alias: string, descriptor: string): DataSource<WorkerRow> => ({
  alias,
  descriptor,
  fields: WORKER_FIELDS,
  rows: (world, asOf) => world.hired(asOf),
})

const allActiveEmployees: DataSource<WorkerRow> = {
  alias: 'allActiveEmployees',
  descriptor: 'All Active Employees',
  fields: WORKER_FIELDS,
  rows: (world, asOf) => world.workers.all().filter((row) => row.kind === 'employee' && world.isActive(row, asOf)),
}

const allJobProfiles: DataSource<JobProfileRow> = {
  alias: 'allJobProfiles',
  descriptor: 'All Job Profiles',
  fields: [
    { name: 'jobProfile', type: 'Single instance', of: (row) => named(row) },
    { name: 'workdayID', type: 'Text', of: ({ id }) => id },
    { name: 'jobCode', type: 'Text', of: ({ reference }) => reference },
    { name: 'jobTitle', type: 'Text', of: ({ name }) => name },
    { name: 'jobFamily', type: 'Single instance', of: ({ family }, world) => named(world.jobFamilies.find(family)) },
    {
      name: 'managementLevel',
      type: 'Single instance',
      of: ({ managementLevel }) => ({
        id: valueWid('Management_Level_ID', managementLevel),
        descriptor: managementLevel,
      }),
    },
    { name: 'inactive', type: 'Boolean', of: ({ inactive }) => inactive },
  ],
  rows: (world) => world.jobProfiles.all(),
}

const allOrganizations: DataSource<OrganizationRow> = {
  alias: 'allOrganizations',
  descriptor: 'All Organizations',
  fields: [
    { name: 'organization', type: 'Single instance', of: (row) => named(row) },
    { name: 'workdayID', type: 'Text', of: ({ id }) => id },
    { name: 'name', type: 'Text', of: ({ name }) => name },
    { name: 'referenceID', type: 'Text', of: ({ reference }) => reference },
    {
      name: 'organizationType',
      type: 'Single instance',
      of: ({ type }) => ({ id: valueWid('Organization_Type_ID', type), descriptor: type }),
    },
    {
      name: 'superiorOrganization',
      type: 'Single instance',
      of: ({ superior }, world) => named(world.organizations.find(superior ?? '')),
    },
    { name: 'inactive', type: 'Boolean', of: ({ inactive }) => inactive },
  ],
  rows: (world) => world.organizations.all(),
}

function erased<T>({ alias, descriptor, fields, rows }: DataSource<T>): Source {
  const byName = new Map(fields.map((field) => [field.name, field]))
  // Rows of a source go into fields of the same source only, so forgetting their type is safe.
  return { id: valueWid('Data_Source', alias), alias, descriptor, fields: byName as unknown as Source['fields'], rows }
}

/** The data sources that are modelled, by alias. @source facts B5 (read 2026-11-23) @unverified most names of fields */
export const SOURCES: ReadonlyMap<string, Source> = new Map(
  [
    erased(allWorkers('allWorkers', 'All Workers')),
    erased(allWorkers('indexedAllWorkers', 'Indexed All Workers')),
    erased(allActiveEmployees),
    erased(allJobProfiles),
    erased(allOrganizations),
  ].map((source) => [source.alias, source]),
)

/** Instances lead to the source of their own kind, for `worker{fullName}`. */
export const SOURCE_OF_FIELD: Readonly<Record<string, string>> = {
  worker: 'allWorkers',
  manager: 'allWorkers',
  jobProfile: 'allJobProfiles',
  supervisoryOrganization: 'allOrganizations',
  company: 'allOrganizations',
  costCenter: 'allOrganizations',
  superiorOrganization: 'allOrganizations',
  organization: 'allOrganizations',
}
