import { behaviour } from '../../api.js'
import { callerOf } from '../../auth.js'
import type { WorkerRow } from '../../rows/worker.js'
import { terminateWorker } from '../../staffing/terminate.js'
import { elementsOf, referenceOf, textOf } from '../elements.js'
import { namedBy } from '../named.js'
import { answerSoap, readSoap } from '../operation.js'
import { asFault, processParameters } from '../process-parameters.js'

const ROOT = 'Terminate_Employee_Request'

/** Ends an employment. @throws validation faults @source facts B4 (read 2026-11-23) */
export const terminateEmployee = behaviour(
  'POST /ccx/service/{tenant}/Staffing/{version}#Terminate_Employee_Request',
  (input, world) => {
    const soap = readSoap('Staffing', ROOT, input)
    const data = elementsOf(soap.request.Terminate_Employee_Data)
    const details = elementsOf(data.Terminate_Event_Data)
    const worker = namedBy<WorkerRow>(world, 'worker', referenceOf(data.Employee_Reference) ?? { ids: [] })
    const reason = referenceOf(details.Primary_Reason_Reference)?.ids[0]?.value
    const lastDay = textOf(details.Last_Day_of_Work)
    const event = asFault(() =>
      terminateWorker(world, {
        worker,
        terminationDate: textOf(data.Termination_Date) ?? '',
        ...(lastDay !== undefined && { lastDayOfWork: lastDay }),
        ...(reason !== undefined && { reason }),
        initiator: callerOf(input.call).user,
        ...processParameters(soap.request),
      }),
    )
    return answerSoap(soap, ROOT, { Event_Reference: { ids: [['WID', event.id]] } })
  },
)
