import type { Behaviour } from '../../../../src/engine/kit.js'
import { notFound } from '../../errors.js'
import type { CurrentJob } from '../../present.js'
import { resolve } from '../../references.js'
import type { OrganizationRow } from '../../rows/tenant.js'
import type { WorkdayWorld } from '../../world.js'
import { flagIn } from '../body.js'
import { type Asked, collection, ownerOf } from '../collection.js'
import { given } from '../given.js'
import { workerReference } from '../references.js'
import { STAFFING } from './base.js'
import { renderJobHeld } from './jobs.js'

const ONE = `${STAFFING}/supervisoryOrganizations/{ID}`

/** Supervisory organizations, who is in them, and what is above and below. @source facts A7, A8 (read 2026-11-23) */
export const supervisoryOrganizationBehaviours: readonly Behaviour[] = [
  ...collection<OrganizationRow>({
    list: `GET ${STAFFING}/supervisoryOrganizations`,
    one: `GET ${ONE}`,
    all: (world, { query }) =>
      supervisory(world).filter(({ inactive }) => !inactive || flagIn(query, 'includeInactive') === true),
    idOf: ({ id }) => id,
    find: (world, id) => supervisoryNamed(world, id),
    render: renderOrganization,
  }),
  ...collection<CurrentJob>({
    list: `GET ${ONE}/members`,
    one: `GET ${ONE}/members/{subresourceID}`,
    all: (world, asked) => {
      const { id } = organizationAsked(world, asked)
      return world.currentJobs().filter(({ job }) => job.organization === id)
    },
    idOf: ({ job }) => job.position,
    render: renderJobHeld,
  }),
  ...collection<OrganizationRow>({
    list: `GET ${ONE}/orgChart`,
    one: `GET ${ONE}/orgChart/{subresourceID}`,
    all: (world, asked) => [organizationAsked(world, asked)],
    idOf: ({ id }) => id,
    render: (world, row) => ({
      id: row.id,
      descriptor: row.name,
      ...given('superior', above(world, row)),
      subordinates: world.organizations.where('superior', row.id).map((below) => renderOrganization(world, below)),
    }),
  }),
]

export function supervisory(world: WorkdayWorld): readonly OrganizationRow[] {
  return world.organizations.where('type', 'SUPERVISORY')
}

export function supervisoryNamed(world: WorkdayWorld, id: string): OrganizationRow | undefined {
  const row = resolve<OrganizationRow>(world, 'organization', id)
  return row?.type === 'SUPERVISORY' ? row : undefined
}

function organizationAsked(world: WorkdayWorld, { params }: Asked): OrganizationRow {
  const row = supervisoryNamed(world, ownerOf(params))
  if (!row) throw notFound()
  return row
}

function above(world: WorkdayWorld, { superior }: OrganizationRow) {
  const row = superior === undefined ? undefined : world.organizations.find(superior)
  return row && renderOrganization(world, row)
}

function renderOrganization(world: WorkdayWorld, { id, name, code, inactive, manager }: OrganizationRow) {
  const leader = workerReference(world, manager)
  return { id, descriptor: name, name, ...given('code', code), inactive, managers: leader ? [leader] : [] }
}
