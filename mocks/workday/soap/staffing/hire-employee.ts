import { behaviour } from '../../api.js'
import { callerOf } from '../../auth.js'
import type { OrganizationRow, PositionRow } from '../../rows/tenant.js'
import { complain } from '../../staffing/complaint.js'
import { hireEmployee } from '../../staffing/hire.js'
import type { WorkdayWorld } from '../../world.js'
import { elementsOf, referenceOf, textOf } from '../elements.js'
import { namedBy } from '../named.js'
import { answerSoap, readSoap } from '../operation.js'
import { asFault, processParameters } from '../process-parameters.js'
import type { ReadElements } from '../read.js'
import { referWorker } from '../refer.js'
import { readApplicant } from './applicant.js'
import { readJobDetails } from './job-details.js'

const ROOT = 'Hire_Employee_Request'

/** Hires an applicant whose data stand in the request. @throws validation faults @source facts B4 (read 2026-11-23) */
export const hireEmployeeBySoap = behaviour(
  'POST /ccx/service/{tenant}/Staffing/{version}#Hire_Employee_Request',
  (input, world) => {
    const soap = readSoap('Staffing', ROOT, input)
    const data = elementsOf(soap.request.Hire_Employee_Data)
    const { event, worker, position } = asFault(() =>
      hireEmployee(world, {
        ...readHire(world, data),
        initiator: callerOf(input.call).user,
        ...processParameters(soap.request),
      }),
    )
    const row = world.positions.find(position)
    return answerSoap(soap, ROOT, {
      Event_Reference: { ids: [['WID', event.id]] },
      Employee_Reference: referWorker(world, worker),
      Position_Reference: row && {
        ids: [
          ['WID', row.id],
          ['Position_ID', row.reference],
        ],
        descriptor: row.title,
      },
    })
  },
)

function readHire(world: WorkdayWorld, data: ReadElements) {
  const details = elementsOf(data.Hire_Employee_Event_Data)
  const hireDate = textOf(data.Hire_Date)
  if (hireDate === undefined) throw complain('hireDateRequired')
  const position = positionOf(world, data)
  const organization = organizationOf(world, data, position)
  const job = readJobDetails(world, elementsOf(details.Position_Details))
  const reason = referenceOf(details.Hire_Reason_Reference)?.ids.at(-1)?.value
  const employeeId = textOf(details.Employee_ID)
  const firstDay = textOf(details.First_Day_of_Work)
  const employeeType = referenceOf(details.Employee_Type_Reference)?.ids.at(-1)?.value ?? 'Regular'
  return {
    hireDate,
    person: readApplicant(world, elementsOf(data.Applicant_Data)),
    organization,
    ...(position && { position: position.id }),
    ...(employeeId !== undefined && { employeeId }),
    ...(firstDay !== undefined && { firstDay }),
    ...(reason !== undefined && { reason }),
    job: { ...DEFAULTS, ...placeOf(world, position), ...job, employeeType },
  }
}

const DEFAULTS = { timeType: 'Full_time', defaultHours: 40, scheduledHours: 40 } as const

function positionOf(world: WorkdayWorld, data: ReadElements): PositionRow | undefined {
  const reference = referenceOf(data.Position_Reference)
  return reference && namedBy<PositionRow>(world, 'position', reference)
}

function organizationOf(world: WorkdayWorld, data: ReadElements, position: PositionRow | undefined): string {
  const reference = referenceOf(data.Organization_Reference)
  const organization = reference
    ? namedBy<OrganizationRow>(world, 'organization', reference).id
    : position?.organization
  if (organization === undefined) throw complain('organizationRequired')
  return organization
}

/** What a job has where the request does not say: the position's profile and title, and the tenant's first location. */
function placeOf(world: WorkdayWorld, position: PositionRow | undefined) {
  const profile = position?.jobProfile ?? world.jobProfiles.oldest?.id ?? ''
  const businessTitle = position?.title ?? world.jobProfiles.find(profile)?.name ?? ''
  return { jobProfile: profile, businessTitle, location: world.locations.oldest?.id ?? '' }
}
