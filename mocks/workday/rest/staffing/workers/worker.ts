import { valueAt } from '../../../history/fact.js'
import type { Contact } from '../../../rows/person.js'
import type { Job, WorkerRow } from '../../../rows/worker.js'
import type { WorkdayWorld } from '../../../world.js'
import { given } from '../../given.js'
import { named } from '../../references.js'

/** A worker as the staffing service tells it. */
export function renderWorker(world: WorkdayWorld, worker: WorkerRow) {
  const asOf = world.present
  const person = world.person(worker.person)
  const [primary, ...others] = world.jobsOf(worker, asOf)
  const work = valueAt(person.work, asOf)
  return {
    id: worker.id,
    descriptor: world.workerName(worker.id),
    workerId: worker.reference,
    workerType: WORKER_TYPES[worker.kind],
    person: { id: person.id, ...contactOf(work) },
    ...(primary && { primaryJob: renderJob(world, primary.job) }),
    ...(others.length > 0 && { additionalJobs: others.map(({ job }) => renderJob(world, job)) }),
  }
}

/** WIDs of the two types of worker. The same in every tenant of ours. */
const WORKER_TYPES = {
  employee: { id: 'e0a7c1f4b5d24d1f8c6a9b3e7d2f1a01', descriptor: 'Employee' },
  contingent: { id: 'e0a7c1f4b5d24d1f8c6a9b3e7d2f1a02', descriptor: 'Contingent Worker' },
} as const

function contactOf(work: Contact | undefined): { email?: string; phone?: string } {
  const email = work?.emails.find(({ primary }) => primary)
  const phone = work?.phones.find(({ primary }) => primary)
  return {
    ...(email && { email: email.address }),
    ...(phone && { phone: `+${phone.countryCode} ${phone.number}` }),
  }
}

export function renderJob(world: WorkdayWorld, job: Job) {
  const location = world.locations.find(job.location)
  return {
    id: job.position,
    descriptor: job.businessTitle,
    businessTitle: job.businessTitle,
    ...given('jobProfile', named(world.jobProfiles.find(job.jobProfile))),
    jobType: { descriptor: job.employeeType },
    ...(location && {
      location: { id: location.id, descriptor: location.name, country: { descriptor: location.country } },
    }),
    ...given('supervisoryOrganization', named(world.organizations.find(job.organization))),
  }
}
