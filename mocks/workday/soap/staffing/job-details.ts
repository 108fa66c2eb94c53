import type { JobProfileRow, LocationRow } from '../../rows/tenant.js'
import type { Job } from '../../rows/worker.js'
import type { WorkdayWorld } from '../../world.js'
import { referenceOf, textOf } from '../elements.js'
import { namedBy } from '../named.js'
import type { ReadElements } from '../read.js'

/** What Position_Details or Job_Details_Data says of a job. @throws Invalid ID value */
export function readJobDetails(world: WorkdayWorld, details: ReadElements): Partial<Job> {
  const profile = referenceOf(details.Job_Profile_Reference)
  const location = referenceOf(details.Location_Reference)
  const timeType = referenceOf(details.Position_Time_Type_Reference)?.ids[0]?.value
  const row = profile && namedBy<JobProfileRow>(world, 'jobProfile', profile)
  const title = textOf(details.Business_Title) ?? textOf(details.Position_Title) ?? row?.name
  return {
    ...(row && { jobProfile: row.id }),
    ...(location && { location: namedBy<LocationRow>(world, 'location', location).id }),
    ...(title !== undefined && { businessTitle: title }),
    ...(timeType !== undefined && {
      timeType: timeType === 'Part_time' ? ('Part_time' as const) : ('Full_time' as const),
    }),
    ...(typeof details.Default_Hours === 'number' && { defaultHours: details.Default_Hours }),
    ...(typeof details.Scheduled_Hours === 'number' && { scheduledHours: details.Scheduled_Hours }),
  }
}
