import type { Behaviour } from '../../../../src/engine/kit.js'
import { behaviour } from '../../api.js'
import { callerOf } from '../../auth.js'
import { changeWorkContactInformation } from './change-work-contact-information.js'
import { getJobProfiles } from './get-job-profiles.js'
import { getLocations } from './get-locations.js'
import { getOrganizations } from './get-organizations.js'
import { getServerTimestamp } from './get-server-timestamp.js'
import { getWorkers } from './get-workers/get-workers.js'
import { maintainContactInformation } from './maintain-contact-information.js'
import { getWorkerPhotos, putWorkerPhoto } from './worker-photos.js'

/** Workers, with as much of each as is asked for and may be seen. @source facts B4 (read 2026-11-23) */
const getWorkersHere = behaviour(
  'POST /ccx/service/{tenant}/Human_Resources/{version}#Get_Workers_Request',
  (input, world) => getWorkers('Human_Resources', input, world, callerOf(input.call).user),
)

const getWorkersOfStaffing = behaviour(
  'POST /ccx/service/{tenant}/Staffing/{version}#Get_Workers_Request',
  (input, world) => getWorkers('Staffing', input, world, callerOf(input.call).user),
)

export const humanResourcesBehaviours: readonly Behaviour[] = [
  getWorkersHere,
  getWorkersOfStaffing,
  getOrganizations,
  getLocations,
  getJobProfiles,
  getServerTimestamp,
  getWorkerPhotos,
  putWorkerPhoto,
  maintainContactInformation,
  changeWorkContactInformation,
]
