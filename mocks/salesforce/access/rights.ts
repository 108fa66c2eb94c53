import { SandboxError, type Table, type VendorWorld } from '../../../src/engine/kit.js'
import type { Login } from './login.js'
import type { ObjectRights, PermissionSet } from './permissions.js'

/** What the catalogue says of a field, as far as security asks: a field that is not permissionable cannot be withheld. */
export type Permissionable = (object: string, field: string) => boolean

type Right = 'create' | 'read' | 'edit' | 'delete'

/** The rights of a user's profile and permission sets on one object, added up. */
interface Sum {
  readonly rights: ReadonlySet<Right | 'viewAll' | 'modifyAll'>
  readonly sources: readonly ObjectRights[]
}

const NOTHING: Sum = { rights: new Set(), sources: [] }
const ALWAYS = /^(?:Id|Name|CreatedById|CreatedDate|LastModifiedById|LastModifiedDate|SystemModstamp|IsDeleted)$/i

/**
 * Who may see and do what. A user is named by id in 18 characters; objects and fields by API name in any case. What a user
 * may not read does not exist for them.
 * @source https://developer.salesforce.com/docs/atlas.en-us.securityImplGuide.meta/securityImplGuide/permissions_about_users_access.htm (read 2026-11)
 */
export class Rights {
  private readonly port: VendorWorld
  private readonly permissionable: Permissionable
  /** Forgotten when a set, a profile or a user changes, which is told by the frozen rows being others. */
  private readonly sums = new Map<string, { readonly basis: readonly unknown[]; readonly sum: Sum }>()

  constructor(port: VendorWorld, permissionable: Permissionable) {
    this.port = port
    this.permissionable = permissionable
  }

  get logins(): Table<Login> {
    return this.port.table('_login')
  }

  get permissionSets(): Table<PermissionSet> {
    return this.port.table('_permission_set')
  }

  /** Who logs in with a name, in any case. */
  byUsername(username: string): Login | undefined {
    return this.logins.where('username', username.toLowerCase())[0]
  }

  /** @throws SandboxError where nobody has this id: a session is always somebody's. */
  login(user: string): Login {
    const login = this.logins.find(user)
    if (!login) throw new SandboxError('SANDBOX_NOT_FOUND', `No user has the id ${user}.`, 'Log in as another.')
    return login
  }

  /** Whether a user knows of an object, or of one of its fields. */
  visible(user: string, object: string, field?: string): boolean {
    if (!this.mayRead(user, object)) return false
    return field === undefined || this.fieldAllows(user, object, field, 'read')
  }

  mayRead(user: string, object: string): boolean {
    return this.sum(user, object).rights.has('read')
  }

  mayCreate(user: string, object: string): boolean {
    return this.sum(user, object).rights.has('create')
  }

  mayEdit(user: string, object: string): boolean {
    return this.sum(user, object).rights.has('edit')
  }

  mayDelete(user: string, object: string): boolean {
    return this.sum(user, object).rights.has('delete')
  }

  /** Whether a user may set a field: it has to be visible too. */
  mayEditField(user: string, object: string, field: string): boolean {
    return this.visible(user, object, field) && this.fieldAllows(user, object, field, 'edit')
  }

  /** Sees every record of an object, whoever owns it and whatever sharing says. */
  viewsAll(user: string, object: string): boolean {
    return this.sum(user, object).rights.has('viewAll')
  }

  modifiesAll(user: string, object: string): boolean {
    return this.sum(user, object).rights.has('modifyAll')
  }

  apiEnabled(user: string): boolean {
    return this.setsOf(user).some((set) => set.apiEnabled === true || set.modifyAllData === true)
  }

  isAdministrator(user: string): boolean {
    return this.setsOf(user).some((set) => set.modifyAllData === true)
  }

  /** The profile and the permission sets of a user; none for a user without a login. */
  setsOf(user: string): PermissionSet[] {
    const login = this.logins.find(user)
    if (!login) return []
    const names = [login.profile, ...login.permissionSets]
    return names.map((name) => this.permissionSets.find(name)).filter((set) => set !== undefined)
  }

  /** Whether a profile can keep somebody from a field at all. */
  withholdable(object: string, field: string): boolean {
    return !ALWAYS.test(field) && this.permissionable(object, field)
  }

  private fieldAllows(user: string, object: string, field: string, right: 'read' | 'edit'): boolean {
    if (!this.withholdable(object, field)) return true
    return this.sum(user, object).sources.some((source) => allowsField(source, field, right))
  }

  private sum(user: string, object: string): Sum {
    const key = `${user} ${object.toLowerCase()}`
    const sets = this.setsOf(user)
    const known = this.sums.get(key)
    if (known && known.basis.length === sets.length && known.basis.every((set, i) => set === sets[i])) return known.sum
    const sum = sets.length === 0 ? NOTHING : addUp(sets, object)
    this.sums.set(key, { basis: sets, sum })
    return sum
  }
}

/** Tables of the above. */
export const rightsTables = { _login: { unique: ['username'] } }

function addUp(sets: readonly PermissionSet[], object: string): Sum {
  const rights = new Set<Right | 'viewAll' | 'modifyAll'>()
  const sources: ObjectRights[] = []
  for (const set of sets) {
    if (set.modifyAllData)
      for (const right of ['create', 'read', 'edit', 'delete', 'viewAll', 'modifyAll'] as const) rights.add(right)
    if (set.viewAllData) rights.add('read').add('viewAll')
    const source = rightsOn(set, object)
    if (!source) continue
    sources.push(source)
    for (const right of ['create', 'read', 'edit', 'delete', 'viewAll', 'modifyAll'] as const)
      if (source[right]) rights.add(right)
  }
  return { rights, sources }
}

/** An object that a set names goes before what the set says of all others. */
function rightsOn(set: PermissionSet, object: string): ObjectRights | undefined {
  const wanted = object.toLowerCase()
  for (const [name, rights] of Object.entries(set.objects)) if (name.toLowerCase() === wanted) return rights
  return set.objects['*']
}

function allowsField(rights: ObjectRights, field: string, right: 'read' | 'edit'): boolean {
  if (names(rights.hidden, field)) return false
  if (right === 'read') return names(rights.readable, field)
  return !names(rights.readOnly, field) && names(rights.editable, field)
}

function names(list: '*' | readonly string[] | undefined, field: string): boolean {
  if (list === undefined) return false
  return list === '*' || list.some((name) => name.toLowerCase() === field.toLowerCase())
}
