import { type AsOf, factAt } from '../../../history/fact.js'
import type { JobHeld } from '../../../present.js'
import type { Employment, WorkerRow } from '../../../rows/worker.js'
import type { WorkdayWorld } from '../../../world.js'
import { refer, referRow } from '../../refer.js'
import type { Elements } from '../../write.js'

/** Employment_Data: the primary job, others where they are asked for, and whether the worker works here. */
export function employmentData(world: WorkdayWorld, worker: WorkerRow, asOf: AsOf, additionalJobs: boolean): Elements {
  // Somebody who is hired and not here yet has a job to come: it is shown as of its first day.
  const first = worker.employment.find(({ rescinded }) => rescinded === undefined)
  const at = first && first.effective > asOf.effective ? { ...asOf, effective: first.effective } : asOf
  const jobs = world.jobsOf(worker, at)
  const shown = additionalJobs ? jobs : jobs.slice(0, 1)
  const employment = factAt(worker.employment, at)?.value
  return {
    Worker_Job_Data: shown.map((job, i) => ({ '@Primary_Job': i === 0, Position_Data: positionData(world, job, at) })),
    ...(employment && { Worker_Status_Data: statusData(world, worker, employment, asOf) }),
    ...(employment?.contractEnd !== undefined && {
      Worker_Contract_Data: { Contract_End_Date: employment.contractEnd },
    }),
  }
}

function positionData(world: WorkdayWorld, { held, job }: JobHeld, asOf: AsOf): Elements {
  const position = world.positions.find(held.position)
  const profile = world.jobProfiles.find(job.jobProfile)
  const since = held.facts.find(({ rescinded, value }) => rescinded === undefined && value !== undefined)?.effective
  return {
    '@Effective_Date': factAt(held.facts, asOf)?.effective,
    Position_Reference: position && {
      ids: [
        ['WID', position.id],
        ['Position_ID', position.reference],
      ],
      descriptor: position.title,
    },
    Position_ID: position?.reference,
    Position_Title: position?.title,
    Business_Title: job.businessTitle,
    Start_Date: since,
    Worker_Type_Reference: refer('Employee_Type_ID', job.employeeType),
    Position_Time_Type_Reference: refer('Position_Time_Type_ID', job.timeType),
    Job_Exempt: profile?.exempt,
    Scheduled_Weekly_Hours: job.scheduledHours,
    Default_Weekly_Hours: job.defaultHours,
    Full_Time_Equivalent_Percentage: Math.round((job.scheduledHours / job.defaultHours) * 10_000) / 100,
    ...(profile && {
      Job_Profile_Summary_Data: {
        Job_Profile_Reference: referRow('Job_Profile_ID', profile),
        Job_Exempt: profile.exempt,
        Management_Level_Reference: refer('Management_Level_ID', profile.managementLevel),
        Job_Profile_Name: profile.name,
      },
    }),
    Business_Site_Summary_Data: siteData(world, job.location),
  }
}

function siteData(world: WorkdayWorld, wid: string): Elements | undefined {
  const location = world.locations.find(wid)
  return location && { Location_Reference: referRow('Location_ID', location), Name: location.name }
}

function statusData(world: WorkdayWorld, worker: WorkerRow, employment: Employment, asOf: AsOf): Elements {
  const { terminationDate } = employment
  const gone = terminationDate !== undefined && !employment.active
  return {
    Active: world.isActive(worker, asOf),
    Active_Status_Date: factAt(worker.employment, asOf)?.effective,
    Hire_Date: employment.hireDate,
    Original_Hire_Date: employment.originalHireDate,
    Hire_Reason_Reference: refer('General_Event_Subcategory_ID', employment.hireReason),
    Continuous_Service_Date: employment.hireDate,
    First_Day_of_Work: employment.hireDate,
    Terminated: gone,
    ...(gone && {
      End_Employment_Date: terminationDate,
      Termination_Date: terminationDate,
      Primary_Termination_Reason_Reference: refer('Termination_Subcategory_ID', employment.terminationReason),
      Termination_Last_Day_of_Work: employment.lastDayOfWork,
    }),
    Rehire: employment.hireDate !== employment.originalHireDate,
  }
}
