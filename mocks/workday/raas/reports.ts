import type { WorkdayWorld } from '../world.js'

/** A report that is enabled as a web service, as the configuration declares it. */
export interface Report {
  readonly name: string
  /** User name that stands in its path. */
  readonly owner: string
  /** Alias of a data source: `allActiveEmployees`. */
  readonly source: string
  /** XML alias of each column, with the field that stands in it. */
  readonly columns: Readonly<Record<string, string>>
  /** XML alias of each prompt, with the field that must be equal to what is given. */
  readonly prompts: Readonly<Record<string, string>>
}

const OWNER = 'ISU_Standin'

/** The one that every tenant has, so that there is something to read. */
const ROSTER: Report = {
  name: 'Worker_Roster',
  owner: OWNER,
  source: 'allWorkers',
  columns: {
    Employee_ID: 'employeeID',
    Worker: 'fullName',
    Email: 'email_PrimaryWork',
    Business_Title: 'businessTitle',
    Organization: 'supervisoryOrganization',
    Hire_Date: 'hireDate',
    Active: 'activeStatus',
  },
  prompts: { Employee_ID: 'employeeID', Organization: 'supervisoryOrganization', Active: 'activeStatus' },
}

/** The reports of a tenant, by `owner/name`. */
export function reportNamed(world: WorkdayWorld, owner: string, name: string): Report | undefined {
  const declared = (world.setting('reports') ?? {}) as Readonly<Record<string, Partial<Report>>>
  const given = Object.hasOwn(declared, name) ? declared[name] : undefined
  const report = given ? { ...EMPTY, ...given, name } : name === ROSTER.name ? ROSTER : undefined
  return report?.owner === owner ? report : undefined
}

const EMPTY = { owner: OWNER, source: 'allWorkers', columns: {}, prompts: {} }
