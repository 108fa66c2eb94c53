import type { Behaviour } from '../../../../src/engine/kit.js'
import { prompt } from '../prompts.js'
import {
  CONTINGENT_TYPES,
  CURRENCIES,
  EMPLOYEE_TYPES,
  FREQUENCIES,
  HEADCOUNT_OPTIONS,
  JOB_PROFILES,
  JOBS,
  LOCATIONS,
  NO_VALUES,
  OPEN_POSITIONS,
  organizations,
  PAY_RATE_TYPES,
  REASON_VALUES,
  TIME_TYPES,
  type Values,
  WORKER_TYPES,
  WORKERS,
} from '../values.js'
import { STAFFING } from './base.js'

const OF_JOB_CHANGES = {
  assignmentTypes: NO_VALUES,
  companyInsiderTypes: NO_VALUES,
  contingentWorkerTypes: CONTINGENT_TYPES,
  currencies: CURRENCIES,
  employeeTypes: EMPLOYEE_TYPES,
  frequencies: FREQUENCIES,
  headcountOptions: HEADCOUNT_OPTIONS,
  jobClassifications: NO_VALUES,
  jobProfiles: JOB_PROFILES,
  jobRequisitions: NO_VALUES,
  jobs: JOBS,
  locations: LOCATIONS,
  payRateTypes: PAY_RATE_TYPES,
  proposedPosition: OPEN_POSITIONS,
  reason: REASON_VALUES,
  supervisoryOrganization: organizations('SUPERVISORY'),
  templates: NO_VALUES,
  timeTypes: TIME_TYPES,
  workShifts: NO_VALUES,
  workSpaces: NO_VALUES,
  workStudyAwards: NO_VALUES,
  workerTypes: WORKER_TYPES,
  workers: WORKERS,
  workersCompensationCodeOverrides: NO_VALUES,
} as const satisfies Readonly<Record<string, Values>>

const OF_ASSIGNMENT_CHANGES = {
  businessUnits: organizations('BUSINESS_UNIT'),
  companies: organizations('COMPANY'),
  costCenters: organizations('COST_CENTER'),
  customs: organizations('CUSTOM'),
  funds: NO_VALUES,
  gifts: NO_VALUES,
  grants: NO_VALUES,
  jobs: JOBS,
  positions: JOBS,
  programs: NO_VALUES,
  regions: organizations('REGION'),
  workers: WORKERS,
} as const satisfies Readonly<Record<string, Values>>

/** Prompts of the staffing service. @source facts A2, A8 (read 2026-11-23) */
export const staffingPrompts: readonly Behaviour[] = [
  ...keysOf(OF_JOB_CHANGES).map((name) =>
    prompt(`GET ${STAFFING}/values/jobChangesGroup/${name}`, OF_JOB_CHANGES[name]),
  ),
  ...keysOf(OF_ASSIGNMENT_CHANGES).map((name) =>
    prompt(`GET ${STAFFING}/values/organizationAssignmentChangesGroup/${name}`, OF_ASSIGNMENT_CHANGES[name]),
  ),
]

function keysOf<K extends string>(record: Readonly<Record<K, Values>>): K[] {
  return Object.keys(record) as K[]
}
