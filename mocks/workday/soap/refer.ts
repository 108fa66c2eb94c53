import { valueWid } from '../value-lists.js'
import type { WorkdayWorld } from '../world.js'
import type { Reference } from './write.js'

/** A reference to a value that every tenant has: a country, a currency, a reason. */
export function refer(idType: string, value: string | undefined, descriptor = value): Reference | undefined {
  if (value === undefined) return undefined
  return {
    ids: [
      ['WID', valueWid(idType, value)],
      [idType, value],
    ],
    ...(descriptor !== undefined && { descriptor }),
  }
}

export function referCountry(alpha2: string): Reference {
  return {
    ids: [
      ['WID', valueWid('ISO_3166-1_Alpha-2_Code', alpha2)],
      ['ISO_3166-1_Alpha-2_Code', alpha2],
    ],
  }
}

/** A reference to a row with a name. */
export function referRow(
  idType: string,
  row: { readonly id: string; readonly reference: string; readonly name: string } | undefined,
): Reference | undefined {
  return (
    row && {
      ids: [
        ['WID', row.id],
        [idType, row.reference],
      ],
      descriptor: row.name,
    }
  )
}

export function referWorker(world: WorkdayWorld, wid: string | undefined): Reference | undefined {
  const worker = wid === undefined ? undefined : world.workers.find(wid)
  if (!worker) return undefined
  const type = worker.kind === 'employee' ? 'Employee_ID' : 'Contingent_Worker_ID'
  return {
    ids: [
      ['WID', worker.id],
      [type, worker.reference],
    ],
    descriptor: world.workerName(worker.id),
  }
}

const ORGANIZATION_ID_TYPES: Readonly<Record<string, string>> = {
  COMPANY: 'Company_Reference_ID',
  COST_CENTER: 'Cost_Center_Reference_ID',
  REGION: 'Region_Reference_ID',
  CUSTOM: 'Custom_Organization_Reference_ID',
}

export function referOrganization(world: WorkdayWorld, wid: string | undefined): Reference | undefined {
  const row = wid === undefined ? undefined : world.organizations.find(wid)
  if (!row) return undefined
  const own = ORGANIZATION_ID_TYPES[row.type]
  const ids: [string, string][] = [
    ['WID', row.id],
    ['Organization_Reference_ID', row.reference],
  ]
  if (own !== undefined) ids.push([own, row.reference])
  return { ids, descriptor: row.name }
}
