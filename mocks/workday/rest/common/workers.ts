import type { Behaviour } from '../../../../src/engine/kit.js'
import type { OperationKey } from '../../api.js'
import type { EventRow } from '../../business-process/event.js'
import { dayOf } from '../../history/dates.js'
import { valueAt } from '../../history/fact.js'
import { resolve } from '../../references.js'
import type { OrganizationRow } from '../../rows/tenant.js'
import type { WorkerRow } from '../../rows/worker.js'
import { valueWid } from '../../value-lists.js'
import type { WorkdayWorld } from '../../world.js'
import { type Fields, textIn } from '../body.js'
import { isSubmitted } from '../business-process/events.js'
import { accountReference } from '../business-process/render.js'
import { collection } from '../collection.js'
import { given } from '../given.js'
import { named, workerReference } from '../references.js'
import { eventName } from '../staged/submit.js'
import { workerAsked } from '../worker-named.js'

export const COMMON = '/ccx/api/common/v1/{tenant}'

/** A worker as the common service lists them, and the compensation service with it. */
export function renderShort(world: WorkdayWorld, worker: WorkerRow): Fields {
  const job = world.primaryJob(worker)
  const work = valueAt(world.person(worker.person).work, world.present)
  const phone = work?.phones.find(({ primary }) => primary)
  return {
    id: worker.id,
    descriptor: world.workerName(worker.id),
    href: `/workers/${worker.id}`,
    isManager: world.organizations.where('manager', worker.id).length > 0,
    ...given('businessTitle', job?.businessTitle),
    ...given('primarySupervisoryOrganization', named(world.organizations.find(job?.organization ?? ''))),
    ...given('primaryWorkEmail', work?.emails.find(({ primary }) => primary)?.address),
    ...(phone && { primaryWorkPhone: `+${phone.countryCode} ${phone.number}` }),
  }
}

function renderWhole(world: WorkdayWorld, worker: WorkerRow): Fields {
  const person = world.person(worker.person)
  const address = valueAt(person.work, world.present)?.addresses.find(({ primary }) => primary)
  const since = world.employment(worker)?.originalHireDate
  const job = world.primaryJob(worker)
  return {
    ...renderShort(world, worker),
    ...given('dateOfBirth', valueAt(person.personal, world.present)?.birthDate),
    ...given('location', named(world.locations.find(job?.location ?? ''))),
    ...(address && { primaryWorkAddressText: [address.addressLine1, address.city, address.postalCode].join(', ') }),
    supervisoryOrganizationsManaged: `/workers/${worker.id}/supervisoryOrganizationsManaged`,
    ...(since !== undefined && { yearsOfService: Math.max(0, yearsBetween(since, world.today())) }),
  }
}

/** Whole years. */
function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** Who is led by a worker. */
export function reportsOf(world: WorkdayWorld, wid: string): readonly WorkerRow[] {
  const led = new Set(world.organizations.where('manager', wid).map(({ id }) => id))
  if (led.size === 0) return []
  const reports = world
    .currentJobs()
    .filter(({ worker, job }) => led.has(job.organization) && worker.id !== wid)
    .map(({ worker }) => worker)
  return [...new Set(reports)]
}

function renderHistory(world: WorkdayWorld, event: EventRow): Fields {
  return {
    id: event.id,
    descriptor: eventName(world, event),
    href: `/history/${event.id}`,
    effective: event.effective,
    initiated: dayOf(event.initiated),
    initiator: accountReference(event.initiator),
    subject: workerReference(world, event.worker),
  }
}

function renderOrganization(_: WorkdayWorld, { id, name, type }: OrganizationRow): Fields {
  const organizationType = { id: valueWid('Organization_Type_ID', type), descriptor: type }
  return { id, descriptor: name, href: `/organizations/${id}`, organizationType }
}

function renderManaged(world: WorkdayWorld, { id, name, code, manager }: OrganizationRow): Fields {
  return {
    id,
    descriptor: name,
    name,
    href: `/supervisoryOrganizations/${id}`,
    ...given('code', code),
    ...given('manager', workerReference(world, manager)),
    workers: `/supervisoryOrganizations/${id}/workers`,
  }
}

/** The list of workers that services have, each with its own path. */
export function workerCollection(list: OperationKey, one: OperationKey): readonly Behaviour[] {
  return collection<WorkerRow>({
    list,
    one,
    all: (world, { query }) => world.roster(false, textIn(query, 'search')),
    idOf: ({ id }) => id,
    find: (world, id) => resolve<WorkerRow>(world, 'worker', id),
    render: renderWhole,
    renderInList: renderShort,
  })
}

const ONE = `${COMMON}/workers/{id}`

/** Workers and what hangs on them; an inbox is one of a person, which an integration has not. @source facts A7 */
export const commonWorkerBehaviours: readonly Behaviour[] = [
  ...workerCollection(`GET ${COMMON}/workers`, `GET ${ONE}`),
  ...collection<WorkerRow>({
    list: `GET ${ONE}/directReports`,
    one: `GET ${ONE}/directReports/{subresourceID}`,
    all: (world, asked) => reportsOf(world, workerAsked(world, asked).id),
    idOf: ({ id }) => id,
    render: renderShort,
  }),
  ...collection<EventRow>({
    list: `GET ${ONE}/history`,
    one: `GET ${ONE}/history/{subresourceID}`,
    all: (world, asked) => world.events.where('worker', workerAsked(world, asked).id).filter(isSubmitted),
    idOf: ({ id }) => id,
    render: renderHistory,
  }),
  ...collection<OrganizationRow>({
    list: `GET ${ONE}/organizations`,
    one: `GET ${ONE}/organizations/{subresourceID}`,
    all: (world, asked) =>
      world.organizationsOf(workerAsked(world, asked)).flatMap((id) => world.organizations.find(id) ?? []),
    idOf: ({ id }) => id,
    render: renderOrganization,
  }),
  ...collection<OrganizationRow>({
    list: `GET ${ONE}/supervisoryOrganizationsManaged`,
    one: `GET ${ONE}/supervisoryOrganizationsManaged/{subresourceID}`,
    all: (world, asked) => world.organizations.where('manager', workerAsked(world, asked).id),
    idOf: ({ id }) => id,
    render: renderManaged,
  }),
]
