import type { Grant, Holder } from '../../../src/engine/kit.js'
import type { WorkdayWorld } from '../world.js'
import { OWNER } from './mint.js'
import { clientHolder, domainNeed, NEED, userHolder } from './needs.js'
import type { PolicyRow } from './rows.js'

/** Who is granted what in a tenant: API clients their functional areas, users the domains of their security groups. */
export function holders(world: WorkdayWorld): Holder[] {
  const { clients, accounts } = world.security
  const ofClients = clients.all().map(({ id, name, scopes }) => ({
    id: clientHolder(id),
    kind: 'API client',
    name,
    variable: 'WORKDAY_CLIENT_ID',
    grants: scopes.map((scope) => ({ kind: NEED.scope, name: scope })),
  }))
  const ofUsers = accounts
    .all()
    .filter(({ id, kind }) => id !== OWNER && kind === 'integration')
    .map(({ id, groups }) => ({
      id: userHolder(id),
      kind: 'integration system user',
      name: id,
      variable: 'WORKDAY_USERNAME',
      grants: groups.flatMap((group) => grantsOf(world, group)),
      note: 'Where one of several domains is enough, the first that is granted counts as used. What is left out is not in the answer.',
    }))
  return [...ofClients, ...ofUsers]
}

function grantsOf(world: WorkdayWorld, group: string): Grant[] {
  const policies = world.security.policies.all().filter((policy) => policy.group === group)
  const organizations = world.security.groups.find(group)?.organizations ?? []
  const seen = organizations.map((id) => ({ kind: NEED.organization, name: referenceOf(world, id), from: group }))
  return [...policies.flatMap(grantsOfPolicy), ...seen]
}

function grantsOfPolicy({ domain, group, permissions, active }: PolicyRow): Grant[] {
  if (domain === '*' && active) {
    return [
      {
        kind: NEED.domain,
        name: 'every domain',
        from: group,
        broad: true,
        covers: (_name, kind) => kind === NEED.domain,
      },
    ]
  }
  return permissions.map((permission) => {
    const name = domainNeed(domain, permission)
    return active ? { kind: NEED.domain, name, from: group } : { kind: 'pending domain permission', name, from: group }
  })
}

function referenceOf(world: WorkdayWorld, id: string): string {
  return world.organizations.find(id)?.reference ?? id
}
