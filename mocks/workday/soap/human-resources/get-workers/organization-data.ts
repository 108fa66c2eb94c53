import { type AsOf, valueAt } from '../../../history/fact.js'
import type { OrganizationType } from '../../../rows/tenant.js'
import type { Compensation, WorkerRow } from '../../../rows/worker.js'
import type { WorkdayWorld } from '../../../world.js'
import type { ReadElements } from '../../read.js'
import { refer, referOrganization, referWorker } from '../../refer.js'
import type { Elements } from '../../write.js'

/** The flag of a response group that leaves a type of organization out. */
const EXCLUDED_BY: Readonly<Partial<Record<OrganizationType, string>>> = {
  SUPERVISORY: 'Exclude_Supervisory_Organizations',
  COMPANY: 'Exclude_Companies',
  COST_CENTER: 'Exclude_Cost_Centers',
  REGION: 'Exclude_Regions',
  BUSINESS_UNIT: 'Exclude_Business_Units',
  PAY_GROUP: 'Exclude_Pay_Groups',
  CUSTOM: 'Exclude_Custom_Organizations',
}

/** Organization_Data: what the worker is a member of. */
export function organizationData(world: WorkdayWorld, worker: WorkerRow, asOf: AsOf, group: ReadElements): Elements {
  const rows = world.organizationsOf(worker, asOf).flatMap((id) => world.organizations.find(id) ?? [])
  const shown = rows.filter(({ type }) => group[EXCLUDED_BY[type] ?? ''] !== true)
  return {
    Worker_Organization_Data: shown.map((row) => ({
      Organization_Reference: referOrganization(world, row.id),
      Organization_Data: {
        Organization_Reference_ID: row.reference,
        Organization_Code: row.code,
        Organization_Name: row.name,
        Organization_Type_Reference: refer('Organization_Type_ID', row.type),
      },
    })),
  }
}

/** Management_Chain_Data: from the top down to the organization that the worker is in. */
export function managementChain(world: WorkdayWorld, worker: WorkerRow, asOf: AsOf): Elements {
  const chain: Elements[] = []
  const job = world.primaryJob(worker, asOf)
  let at = job && world.organizations.find(job.organization)
  for (let depth = 0; at && depth < 100; depth++) {
    const manager = referWorker(world, at.manager)
    chain.unshift({
      Organization_Reference: referOrganization(world, at.id),
      Manager_Reference: manager ? [manager] : [],
    })
    at = at.superior === undefined ? undefined : world.organizations.find(at.superior)
  }
  return { Worker_Supervisory_Management_Chain_Data: { Management_Chain_Data: chain } }
}

/** Compensation_Data: base pay. */
export function compensationData(worker: WorkerRow, asOf: AsOf): Elements | undefined {
  const pay = valueAt(worker.compensation, asOf)
  if (!pay) return undefined
  return {
    Salary_and_Hourly_Data: [
      {
        Compensation_Plan_Reference: refer('Compensation_Plan_ID', pay.plan),
        Amount: pay.amount,
        ...money(pay),
      },
    ],
    Employee_Compensation_Summary_Data: {
      Employee_Compensation_Summary_Data: {
        Total_Base_Pay: pay.amount,
        Total_Salary_and_Allowances: pay.amount,
        Primary_Compensation_Basis: pay.amount,
        ...money(pay),
      },
    },
  }
}

function money(pay: Compensation): Elements {
  return {
    Currency_Reference: refer('Currency_ID', pay.currency),
    Frequency_Reference: refer('Frequency_ID', pay.frequency),
  }
}
