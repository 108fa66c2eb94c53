import type { Grant, Holder } from '../../../src/engine/kit.js'
import { listCredentials } from '../oauth/list-credentials.js'
import type { SalesforceWorld } from '../world.js'
import { API_ENABLED, appHolder, fieldNeed, NEED, objectNeed, userHolder } from './needs.js'
import type { ObjectRights, PermissionSet } from './permissions.js'

const RIGHTS = ['read', 'create', 'edit', 'delete'] as const

/** Who is granted what in an org: the app its scopes, each user what the profile and the permission sets allow. */
export function holders(world: SalesforceWorld): Holder[] {
  const apps = world.oauth.apps.all().map(({ id, name, scopes }) => ({
    id: appHolder(id),
    kind: 'connected app',
    name,
    variable: 'SF_CLIENT_ID',
    grants: scopes.map(scopeGrant),
  }))
  const named = new Map(
    listCredentials(world).flatMap(({ variable, value, multiline }) => (multiline ? [] : [[value, variable]])),
  )
  const users = world.rights.logins.all().map(({ id, username }) => ({
    id: userHolder(id),
    kind: 'user',
    name: username,
    ...variableOf(named.get(username)),
    grants: world.rights.setsOf(id).flatMap(grantsOf),
    note: 'Fields that no profile can withhold (ids, names, what is required) are not counted, and sharing is not simulated.',
  }))
  return [...apps, ...users]
}

function variableOf(variable: string | undefined): Pick<Holder, 'variable'> {
  return variable === undefined ? {} : { variable }
}

/** `full` stands for all scopes but that of refreshing. */
function scopeGrant(scope: string): Grant {
  const refresh = scope === 'refresh_token' || scope === 'offline_access'
  return {
    kind: NEED.scope,
    name: scope,
    broad: scope === 'full',
    covers: (name) => (refresh ? name === 'refresh_token' : scope === 'full' && name !== 'refresh_token'),
  }
}

function grantsOf(set: PermissionSet): Grant[] {
  const from = set.id
  const user = (name: string): Grant => ({ kind: NEED.user, name, from })
  const enabled = set.apiEnabled || set.modifyAllData ? [user(API_ENABLED)] : []
  if (set.modifyAllData) {
    const all = (_name: string, kind: string) => kind === NEED.object || kind === NEED.field
    return [...enabled, { ...user('Modify All Data'), broad: true, covers: all }]
  }
  const reads = (name: string, kind: string) => kind === NEED.object && name.endsWith(': read')
  return [
    ...enabled,
    ...(set.viewAllData ? [{ ...user('View All Data'), broad: true, covers: reads }] : []),
    ...Object.entries(set.objects).flatMap(([object, rights]) => [
      ...objectGrants(set, object, rights),
      ...fieldGrants(set, object, rights, 'read'),
      ...fieldGrants(set, object, rights, 'edit'),
    ]),
  ]
}

function objectGrants(set: PermissionSet, object: string, rights: ObjectRights): Grant[] {
  return RIGHTS.filter((right) => rights[right]).map((right) => {
    const grant = { kind: NEED.object, name: objectNeed(object, right), from: set.id }
    if (object !== '*') return { ...grant, covers: (name: string) => same(name, grant.name) }
    const covers = (name: string) => isOther(set, name) && name.endsWith(`: ${right}`)
    return { ...grant, broad: true, covers }
  })
}

function fieldGrants(set: PermissionSet, object: string, rights: ObjectRights, right: 'read' | 'edit'): Grant[] {
  const given = right === 'read' ? rights.readable : rights.editable
  const from = set.id
  if (given !== '*') {
    return (given ?? []).map((field) => {
      const name = fieldNeed(object, field, right)
      return { kind: NEED.field, name, from, covers: (need: string) => same(need, name) }
    })
  }
  const taken = [...(rights.hidden ?? []), ...(right === 'edit' ? (rights.readOnly ?? []) : [])]
  const covers = (need: string, kind: string) => {
    if (kind !== NEED.field || !need.endsWith(`: ${right}`)) return false
    if (object === '*' ? !isOther(set, need) : !same(objectOf(need), object)) return false
    return !taken.some((field) => same(need, fieldNeed(objectOf(need), field, right)))
  }
  return [{ kind: NEED.field, name: fieldNeed(object, '*', right), from, broad: true, covers }]
}

/** `Account.Name: read` and `Account: read` are of Account. */
function objectOf(need: string): string {
  return /^[^.:]*/.exec(need)?.[0] ?? ''
}

/** Whether a need is of an object that the set does not name, so that what it says of all others holds. */
function isOther(set: PermissionSet, need: string): boolean {
  const object = objectOf(need)
  return !Object.keys(set.objects).some((name) => name !== '*' && same(name, object))
}

/** API names are the same in any case. */
function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
