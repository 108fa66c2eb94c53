import { behaviour } from '../../api.js'
import { callerOf } from '../../auth.js'
import type { OrganizationRow, PositionRow } from '../../rows/tenant.js'
import type { WorkerRow } from '../../rows/worker.js'
import { changeJob } from '../../staffing/change-job.js'
import { elementsOf, referenceOf, textOf } from '../elements.js'
import { namedBy } from '../named.js'
import { answerSoap, readSoap } from '../operation.js'
import { asFault, processParameters } from '../process-parameters.js'
import { readJobDetails } from './job-details.js'

const ROOT = 'Change_Job_Request'

/** Changes a job from a day on. @throws validation faults @source facts B4 (read 2026-11-23) */
export const changeJobBySoap = behaviour(
  'POST /ccx/service/{tenant}/Staffing/{version}#Change_Job_Request',
  (input, world) => {
    const soap = readSoap('Staffing', ROOT, input)
    const data = elementsOf(soap.request.Change_Job_Data)
    const details = elementsOf(data.Change_Job_Detail_Data)
    const worker = namedBy<WorkerRow>(world, 'worker', referenceOf(data.Worker_Reference) ?? { ids: [] })
    const position = referenceOf(data.Position_Reference)
    const organization = referenceOf(details.Supervisory_Organization_Reference)
    const proposed = referenceOf(details.Proposed_Position_Reference)
    const reason = referenceOf(details.Reason_Reference)?.ids.at(-1)?.value
    const { autoComplete, comment } = processParameters(soap.request)
    const event = asFault(() =>
      changeJob(
        world,
        {
          worker,
          effective: textOf(data.Effective_Date) ?? '',
          ...(position && { position: namedBy<PositionRow>(world, 'position', position).id }),
          ...(reason !== undefined && { reason }),
          job: {
            ...readJobDetails(world, elementsOf(details.Job_Details_Data)),
            ...(organization && { organization: namedBy<OrganizationRow>(world, 'organization', organization).id }),
            ...(proposed && { position: namedBy<PositionRow>(world, 'position', proposed).id }),
          },
          initiator: callerOf(input.call).user,
          ...(comment !== undefined && { comment }),
        },
        { autoComplete },
      ),
    )
    return answerSoap(soap, ROOT, { Event_Reference: { ids: [['WID', event.id]] } })
  },
)
