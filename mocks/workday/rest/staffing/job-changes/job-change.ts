import type { ChangeJob } from '../../../business-process/change.js'
import type { EventRow } from '../../../business-process/event.js'
import type { Job, WorkerRow } from '../../../rows/worker.js'
import { type ChangeJobRequest, checkChangeJob, typesOfReason } from '../../../staffing/change-job.js'
import type { WorkdayWorld } from '../../../world.js'
import { type Fields, fieldsOf, flagIn, idIn, numberIn, textIn } from '../../body.js'
import { asRest } from '../../complaints.js'
import type { StagedKind } from '../../staged/sections.js'
import { HEADCOUNT_OPTIONS, REASON_VALUES, TIME_TYPES } from '../../values.js'

export type Sections = Readonly<Record<string, Fields>>

/** What all sections of a change of job say of the job. Nothing where nothing was said. */
export function jobOf(sections: Sections): Partial<Job> {
  const of = (name: string) => sections[name] ?? {}
  const [start, place, profile, admin] = [of('startDetails'), of('location'), of('jobProfile'), of('administrative')]
  const title = textIn(of('businessTitle'), 'businessTitle') ?? textIn(profile, 'jobTitle')
  const timeType = TIME_TYPES.valueOf(idIn(admin, 'timeType'))
  return defined({
    organization: idIn(start, 'supervisoryOrganization'),
    location: idIn(place, 'location') ?? idIn(start, 'location'),
    scheduledHours: numberIn(place, 'scheduledHours'),
    jobProfile: idIn(profile, 'jobProfile'),
    businessTitle: title,
    position: idIn(of('position'), 'position'),
    timeType: timeType === 'Full_time' || timeType === 'Part_time' ? timeType : undefined,
    defaultHours: numberIn(admin, 'defaultWeeklyHours'),
    employeeType: textIn(fieldsOf(admin.positionWorkerType), 'descriptor'),
    reason: REASON_VALUES.valueOf(idIn(start, 'reason')),
  })
}

type Optional<T> = { readonly [K in keyof T]: T[K] | undefined }

function defined(job: Optional<Partial<Job>>): Partial<Job> {
  const out: { [K in keyof Job]?: unknown } = {}
  for (const [key, value] of Object.entries(job)) if (value !== undefined) Object.assign(out, { [key]: value })
  return out as Partial<Job>
}

/** The request that the sections amount to, for SOAP's checks. */
export function requestOf(world: WorkdayWorld, event: EventRow, sections: Sections): ChangeJobRequest {
  const start = sections.startDetails ?? {}
  const worker = world.worker(event.worker)
  return {
    worker,
    effective: textIn(start, 'date') ?? event.effective,
    position: idIn(start, 'job') ?? positionOf(event),
    job: jobOf(sections),
    initiator: event.initiator,
  }
}

/** WID of the position that is changed. */
export function positionOf(event: EventRow): string {
  return event.change.kind === 'change-job' ? event.change.position : ''
}

/** The job as it is on the day of the change. */
export function presentJob(world: WorkdayWorld, worker: WorkerRow, event: EventRow): Job | undefined {
  const asOf = { effective: event.effective, entered: world.now() }
  return world.jobsOf(worker, asOf).find(({ held }) => held.position === positionOf(event))?.job
}

export const JOB_CHANGE: StagedKind = {
  kind: 'change-job',
  rebuild: (world, event, sections) => {
    const request = requestOf(world, event, sections)
    const position = asRest(() => checkChangeJob(world, request))
    const { job, effective } = request
    const reason = job.reason ?? (event.change.kind === 'change-job' ? event.change.reason : undefined)
    const comment = textIn(sections.comment ?? {}, 'comment')
    return {
      ...event,
      effective,
      comments: comment === undefined ? event.comments : [{ by: event.initiator, at: world.now(), text: comment }],
      change: {
        kind: 'change-job',
        position,
        job: { ...job, ...(reason !== undefined && { reason }) },
        ...(reason !== undefined && { reason }),
        types: typesOfReason(reason),
        ...alsoDone(sections),
      },
    }
  },
}

/** What becomes of the position that is left, of the team, and of a contract. */
function alsoDone(sections: Sections): Pick<ChangeJob, 'closesPosition' | 'movesTeam' | 'contractEnd'> {
  const closes = flagIn(sections.position ?? {}, 'closePosition') === true
  const headcount = HEADCOUNT_OPTIONS.valueOf(idIn(sections.opening ?? {}, 'headcountOption'))
  const contractEnd = textIn(sections.contract ?? {}, 'contractEndDate')
  return {
    ...((closes || headcount === 'CLOSE') && { closesPosition: true }),
    ...(flagIn(sections.moveTeam ?? {}, 'moveTeam') === true && { movesTeam: true }),
    ...(contractEnd !== undefined && { contractEnd }),
  }
}

/** Whether a new position is asked for. */
export function createsPosition(sections: Sections): boolean {
  return flagIn(sections.position ?? {}, 'createPosition') === true
}
