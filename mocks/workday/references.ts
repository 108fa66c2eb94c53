import type { Row, Table } from '../../src/engine/kit.js'
import type { WorkdayWorld } from './world.js'

/** What a reference can name, and by which types of id beside the WID. @source facts A2, part C (read 2026-11-23) */
const ID_TYPES = {
  worker: ['Employee_ID', 'Contingent_Worker_ID'],
  organization: [
    'Organization_Reference_ID',
    'Company_Reference_ID',
    'Cost_Center_Reference_ID',
    'Region_Reference_ID',
    'Custom_Organization_Reference_ID',
  ],
  jobProfile: ['Job_Profile_ID'],
  jobFamily: ['Job_Family_ID'],
  jobFamilyGroup: ['Job_Family_ID'],
  location: ['Location_ID'],
  position: ['Position_ID'],
} as const

export type ReferenceKind = keyof typeof ID_TYPES

interface Referenced extends Row {
  readonly reference: string
}

function tableOf(world: WorkdayWorld, kind: ReferenceKind): Table<Referenced> {
  const tables: Record<ReferenceKind, unknown> = {
    worker: world.workers,
    organization: world.organizations,
    jobProfile: world.jobProfiles,
    jobFamily: world.jobFamilies,
    jobFamilyGroup: world.jobFamilyGroups,
    location: world.locations,
    position: world.positions,
  }
  return tables[kind] as Table<Referenced>
}

/**
 * The row that an id names: a WID, or a reference id with its type before it (`Employee_ID=21001`).
 * The third form that the vendor takes, `1765$1`, names instances by numbers that no client is given here.
 */
export function resolve<R extends Row>(world: WorkdayWorld, kind: ReferenceKind, id: string): R | undefined {
  const [, type, value] = /^([^=\s]+)=(.+)$/.exec(id) ?? []
  return type === undefined || value === undefined
    ? resolveTyped(world, kind, 'WID', id)
    : resolveTyped(world, kind, type, value)
}

/** The same where the type stands apart, as in SOAP: `<ID type="Employee_ID">21001</ID>`. */
export function resolveTyped<R extends Row>(
  world: WorkdayWorld,
  kind: ReferenceKind,
  type: string,
  value: string,
): R | undefined {
  const table = tableOf(world, kind)
  if (type === 'WID') return table.find(value) as R | undefined
  if (!(ID_TYPES[kind] as readonly string[]).includes(type)) return undefined
  const [row] = table.where('reference', value)
  return row && fitsType(row, type) ? (row as unknown as R) : undefined
}

const KIND_OF_WORKER: Readonly<Record<string, string>> = {
  Employee_ID: 'employee',
  Contingent_Worker_ID: 'contingent',
}

function fitsType(row: Row, type: string): boolean {
  const wanted = KIND_OF_WORKER[type]
  return wanted === undefined || (row as Row & { kind?: string }).kind === wanted
}
