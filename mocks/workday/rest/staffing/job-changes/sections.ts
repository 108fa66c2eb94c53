import type { Behaviour } from '../../../../../src/engine/kit.js'
import type { EventRow } from '../../../business-process/event.js'
import { notSimulated } from '../../../errors.js'
import type { Job } from '../../../rows/worker.js'
import type { WorkdayWorld } from '../../../world.js'
import { type Fields, flagIn, idIn } from '../../body.js'
import { invalidValue, refuse } from '../../complaints.js'
import { given } from '../../given.js'
import { named, workerReference } from '../../references.js'
import { type Section, sectionBehaviours } from '../../staged/sections.js'
import { eventName } from '../../staged/submit.js'
import {
  CONTINGENT_TYPES,
  EMPLOYEE_TYPES,
  HEADCOUNT_OPTIONS,
  JOB_PROFILES,
  JOBS,
  LOCATIONS,
  NO_VALUES,
  OPEN_POSITIONS,
  organizations,
  REASON_VALUES,
  TIME_TYPES,
  type Values,
  WORKERS,
} from '../../values.js'
import { STAFFING } from '../base.js'
import { JOB_CHANGE, positionOf, presentJob } from './job-change.js'

const ONE = `${STAFFING}/jobChanges/{ID}`

type Draft = Omit<Section, 'list' | 'one' | 'patch' | 'before'> & {
  readonly before?: (world: WorkdayWorld, job: Job, event: EventRow) => Fields
}

const WORKER_TYPE: Values = {
  all: (world) => [...EMPLOYEE_TYPES.all(world), ...CONTINGENT_TYPES.all(world)],
  find: (world, id) => EMPLOYEE_TYPES.find(world, id) ?? CONTINGENT_TYPES.find(world, id),
}

export const START_FIELDS = {
  date: 'day',
  job: JOBS,
  location: LOCATIONS,
  reason: REASON_VALUES,
  supervisoryOrganization: organizations('SUPERVISORY'),
  template: NO_VALUES,
  useNextPayPeriod: 'not-simulated',
  worker: WORKERS,
} as const

const startDetails: Draft = {
  name: 'startDetails',
  fields: START_FIELDS,
  before: (world, job, event) => ({
    id: event.id,
    descriptor: eventName(world, event),
    date: event.effective,
    worker: workerReference(world, event.worker),
    job: JOBS.find(world, positionOf(event)),
    supervisoryOrganization: named(world.organizations.find(job.organization)),
    location: named(world.locations.find(job.location)),
  }),
  check: (_, event, section) => {
    if (idIn(section, 'worker') !== undefined && idIn(section, 'worker') !== event.worker) throw invalidValue('worker')
  },
}

/** A432 and A402 for what contradicts, A945 for a position that is closed and shared at once. */
const position: Draft = {
  name: 'position',
  fields: {
    availableForOverlap: 'plain',
    closePosition: 'plain',
    createPosition: 'plain',
    jobRequisition: NO_VALUES,
    position: OPEN_POSITIONS,
  },
  before: (world, _, event) => ({
    id: event.id,
    descriptor: eventName(world, event),
    position: OPEN_POSITIONS.find(world, positionOf(event)),
  }),
  check: (_world, _event, section) => {
    const [create, chosen] = [flagIn(section, 'createPosition'), idIn(section, 'position')]
    if (create === true && chosen !== undefined) throw refuse('A432', 'position')
    if (create === false && chosen === undefined) throw refuse('A402', 'position')
    if (flagIn(section, 'closePosition') === true && flagIn(section, 'availableForOverlap') === true)
      throw refuse('A945', 'closePosition')
    if (flagIn(section, 'availableForOverlap') === true) throw notSimulated("the field 'availableForOverlap'")
  },
}

/** Sections that describe the job itself. */
const ofTheJob: readonly Draft[] = [
  {
    name: 'jobProfile',
    fields: { jobProfile: JOB_PROFILES, jobTitle: 'plain' },
    before: (world, job) => ({
      ...given('jobProfile', named(world.jobProfiles.find(job.jobProfile))),
      jobTitle: world.positions.find(job.position)?.title,
    }),
  },
  { name: 'jobClassification', fields: { additionalJobClassifications: { several: NO_VALUES } } },
  {
    name: 'location',
    fields: { location: LOCATIONS, scheduledHours: 'plain', workShift: NO_VALUES, workSpace: NO_VALUES },
    before: (world, job) => ({
      location: named(world.locations.find(job.location)),
      scheduledHours: job.scheduledHours,
    }),
  },
  {
    name: 'businessTitle',
    fields: { businessTitle: 'plain' },
    before: (_, job) => ({ businessTitle: job.businessTitle }),
  },
]

/** What would change nothing that is told of a worker here is refused with 501. */
const aside: readonly Draft[] = [
  {
    name: 'opening',
    fields: { headcountOption: HEADCOUNT_OPTIONS, openingAvailableForOverlap: 'not-simulated' },
    before: (world, _, event) => ({ id: event.id, descriptor: eventName(world, event) }),
  },
  {
    name: 'contract',
    fields: {
      assignmentDetails: 'not-simulated',
      contractEndDate: 'day',
      contractPayRate: 'not-simulated',
      currency: 'not-simulated',
      frequency: 'not-simulated',
      purchaseOrder: NO_VALUES,
    },
  },
  {
    name: 'administrative',
    fields: {
      assignmentType: NO_VALUES,
      companyInsiderTypes: { several: NO_VALUES },
      defaultWeeklyHours: 'plain',
      endEmploymentDate: 'not-simulated',
      expectedAssignmentEndDate: 'not-simulated',
      firstDayOfWork: 'not-simulated',
      fte: 'not-simulated',
      notifyBy: 'not-simulated',
      paidFte: 'not-simulated',
      payRateType: 'not-simulated',
      positionWorkerType: WORKER_TYPE,
      specifyPaidFte: 'not-simulated',
      specifyWorkingFte: 'not-simulated',
      timeType: TIME_TYPES,
      workStudy: NO_VALUES,
      workersCompensationCodeOverride: NO_VALUES,
      workingFte: 'not-simulated',
    },
    before: (world, job) => ({
      defaultWeeklyHours: job.defaultHours,
      timeType: TIME_TYPES.all(world)[job.timeType === 'Full_time' ? 0 : 1],
    }),
  },
  { name: 'moveTeam', fields: { moveTeam: 'plain' }, before: () => ({ moveTeam: false }) },
  { name: 'comment', fields: { comment: 'plain' } },
]

/** GET and PATCH of the sections of a change of job. @source facts A4, A8 (read 2026-11-23) */
export const jobChangeSections: readonly Behaviour[] = [startDetails, position, ...ofTheJob, ...aside].flatMap(
  ({ before, ...draft }) =>
    sectionBehaviours(JOB_CHANGE, {
      ...draft,
      ...keysOf(draft.name),
      before: (world, event) => {
        const job = presentJob(world, world.worker(event.worker), event)
        return job && before ? before(world, job, event) : {}
      },
    }),
)

function keysOf(name: string) {
  const path = `${ONE}/${name as 'startDetails'}` as const
  return {
    list: `GET ${path}`,
    one: `GET ${path}/{subresourceID}`,
    patch: `PATCH ${path}/{subresourceID}`,
  } as const
}
