import type { AsOf } from '../../../history/fact.js'
import type { WorkerRow } from '../../../rows/worker.js'
import { grantedTo } from '../../../security/access.js'
import { ELEMENT_DOMAINS } from '../../../security/element-domains.js'
import { visibleTo } from '../../../security/visible.js'
import type { WorkdayWorld } from '../../../world.js'
import { elementsOf } from '../../elements.js'
import { answerSoap, readSoap } from '../../operation.js'
import { cut, readPage, results } from '../../paging.js'
import type { ReadElements } from '../../read.js'
import { referWorker } from '../../refer.js'
import type { Elements } from '../../write.js'
import { employmentData } from './employment-data.js'
import { compensationData, managementChain, organizationData } from './organization-data.js'
import { personalData } from './personal-data.js'
import { asOfFilter, selectWorkers } from './select.js'
import { logCriteria, renderLog } from './transaction-log.js'

const ROOT = 'Get_Workers_Request'

type Granted = (domains: readonly string[]) => boolean

/** Without any flag these are given, pay among them. @source facts B4 (read 2026-11-23) */
const USUAL_GROUP: ReadElements = {
  Include_Reference: true,
  Include_Personal_Information: true,
  Include_Employment_Information: true,
  Include_Compensation: true,
  Include_Organizations: true,
  Include_Roles: true,
}

/** The answer to Get_Workers, which Human_Resources and Staffing both have. */
export function getWorkers(service: string, input: Parameters<typeof readSoap>[2], world: WorkdayWorld, user: string) {
  const granted = grantedTo(world, user)
  const soap = readSoap(service, ROOT, input)
  const { request } = soap
  const filter = elementsOf(request.Response_Filter)
  const page = readPage(filter)
  const asOf = asOfFilter(world, filter)
  const selected = visibleTo(world, user, selectWorkers(world, request, asOf), asOf)
  const asked = elementsOf(request.Response_Group)
  const group = Object.values(asked).some((flag) => flag === true) ? asked : USUAL_GROUP
  const shown = cut(selected, page)
  return answerSoap(soap, ROOT, {
    Response_Filter: {
      Page: page.page,
      Count: page.count,
      As_Of_Effective_Date: asOf.effective,
      As_Of_Entry_DateTime: new Date(asOf.entered).toISOString(),
    },
    Response_Results: results(selected.length, page),
    Response_Data: { Worker: shown.map((worker) => renderWorker(world, worker, asOf, group, request, granted)) },
  })
}

function renderWorker(
  world: WorkdayWorld,
  worker: WorkerRow,
  asOf: AsOf,
  group: ReadElements,
  request: ReadElements,
  granted: Granted,
): Elements {
  const { employment, compensation } = ELEMENT_DOMAINS
  const person = world.person(worker.person)
  const data: Elements = {
    Worker_ID: worker.reference,
    User_ID: worker.userName,
    ...(group.Include_Personal_Information === true && {
      Personal_Data: personalData(world, person, asOf, (part) => granted(ELEMENT_DOMAINS[part])),
    }),
    ...(group.Include_Employment_Information === true &&
      granted(employment) && {
        Employment_Data: employmentData(world, worker, asOf, group.Include_Additional_Jobs === true),
      }),
    ...(group.Include_Compensation === true &&
      granted(compensation) && { Compensation_Data: compensationData(worker, asOf) }),
    ...(group.Include_Organizations === true && { Organization_Data: organizationData(world, worker, asOf, group) }),
    ...(group.Include_Management_Chain_Data === true && {
      Management_Chain_Data: managementChain(world, worker, asOf),
    }),
    ...(group.Include_Photo === true &&
      person.photo && { Photo_Data: { Filename: person.photo.fileName, Image: person.photo.base64 } }),
    ...(group.Include_Transaction_Log_Data === true && {
      Transaction_Log_Entry_Data: renderLog(world, worker.id, logCriteria(request)),
    }),
  }
  return {
    ...(group.Include_Reference === true && { Worker_Reference: referWorker(world, worker.id) }),
    Worker_Data: data,
  }
}
