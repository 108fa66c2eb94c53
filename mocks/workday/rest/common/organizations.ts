import type { Behaviour } from '../../../../src/engine/kit.js'
import { notFound } from '../../errors.js'
import { resolve } from '../../references.js'
import type { OrganizationRow } from '../../rows/tenant.js'
import type { WorkerRow } from '../../rows/worker.js'
import { valueWid } from '../../value-lists.js'
import type { WorkdayWorld } from '../../world.js'
import type { Fields } from '../body.js'
import { type Asked, collection, ownerOf } from '../collection.js'
import { given } from '../given.js'
import { workerReference } from '../references.js'
import { supervisory, supervisoryNamed } from '../staffing/supervisory-organizations.js'
import { CURRENCIES, REASON_VALUES, REASONS } from '../values.js'
import { COMMON, renderShort } from './workers.js'

const TYPES = ['SUPERVISORY', 'COMPANY', 'COST_CENTER', 'REGION', 'BUSINESS_UNIT', 'CUSTOM'] as const

function organizationAsked(world: WorkdayWorld, { params }: Pick<Asked, 'params'>): OrganizationRow {
  const row = supervisoryNamed(world, ownerOf(params))
  if (!row) throw notFound()
  return row
}

function renderOrganization(_: WorkdayWorld, { id, name }: OrganizationRow): Fields {
  return { id, descriptor: name, href: `/organizations/${id}` }
}

function renderSupervisory(world: WorkdayWorld, { id, name, code, manager }: OrganizationRow): Fields {
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

/** Organizations of every type, reasons and currencies. @source facts A7 (read 2026-11-23) */
export const commonOrganizationBehaviours: readonly Behaviour[] = [
  ...collection<OrganizationRow>({
    list: `GET ${COMMON}/organizations`,
    one: `GET ${COMMON}/organizations/{id}`,
    all: (world) => world.organizations.all(),
    idOf: ({ id }) => id,
    find: (world, id) => resolve<OrganizationRow>(world, 'organization', id),
    render: renderOrganization,
  }),
  ...collection<OrganizationRow>({
    list: `GET ${COMMON}/supervisoryOrganizations`,
    one: `GET ${COMMON}/supervisoryOrganizations/{id}`,
    all: supervisory,
    idOf: ({ id }) => id,
    find: (world, id) => supervisoryNamed(world, id),
    render: renderSupervisory,
  }),
  ...collection<WorkerRow>({
    list: `GET ${COMMON}/supervisoryOrganizations/{id}/workers`,
    one: `GET ${COMMON}/supervisoryOrganizations/{id}/workers/{subresourceID}`,
    all: (world, asked) => {
      const { id } = organizationAsked(world, asked)
      return world
        .currentJobs()
        .filter(({ job }) => job.organization === id)
        .map(({ worker }) => worker)
    },
    idOf: ({ id }) => id,
    render: renderShort,
  }),
  ...collection({
    list: `GET ${COMMON}/organizationTypes`,
    one: `GET ${COMMON}/organizationTypes/{id}`,
    all: () => TYPES.map((type) => ({ id: valueWid('Organization_Type_ID', type), descriptor: type })),
    idOf: ({ id }) => id,
    render: (_, type) => ({ ...type, href: `/organizationTypes/${type.id}` }),
  }),
  ...collection({
    list: `GET ${COMMON}/jobChangeReasons`,
    one: `GET ${COMMON}/jobChangeReasons/{id}`,
    all: () => REASONS.map(([value]) => REASON_VALUES.of(value)),
    idOf: ({ id }) => id,
    render: (_, reason) => ({
      ...reason,
      href: `/jobChangeReasons/${reason.id}`,
      isForEmployee: true,
      isForContingentWorker: false,
      managerReason: true,
    }),
  }),
  ...collection({
    list: `GET ${COMMON}/currencies`,
    one: `GET ${COMMON}/currencies/{id}`,
    all: (world) => CURRENCIES.all(world),
    idOf: ({ id }) => id,
    render: (_, { id, descriptor }) => ({
      id,
      descriptor,
      href: `/currencies/${id}`,
      code: descriptor,
      precision: descriptor === 'JPY' ? 0 : 2,
    }),
  }),
]
