import type { SalesforceWorld } from '../world.js'
import type { Login } from './login.js'
import { type PermissionSet, STANDARD_SETS } from './permissions.js'

/** A user of the configuration: `settings.salesforce.users`. */
interface UserSetting {
  readonly username: string
  readonly firstName?: string
  readonly lastName?: string
  readonly alias?: string
  readonly password?: string
  readonly profile?: string
  readonly permissionSets?: readonly string[]
  readonly active?: boolean
}

const INTEGRATION_PROFILE = 'Minimum Access - API Only Integrations'

/** The profiles and permission sets, and who can log in: an administrator, a standard user, an integration user, and those of the config. */
export function mintUsers(world: SalesforceWorld, adminId: string): Login[] {
  const sets = [...STANDARD_SETS, ...configuredSets(world)]
  for (const set of sets) world.rights.permissionSets.put(set)
  for (const set of sets) recordOfSet(world, set, adminId)
  const at = `${world.port.name}.standin.test`
  const users: UserSetting[] = [
    { username: `user@${at}`, firstName: 'Sam', lastName: 'Standard', alias: 'suser', profile: 'Standard User' },
    {
      username: `integration@${at}`,
      lastName: 'Integration User',
      alias: 'integ',
      profile: INTEGRATION_PROFILE,
      permissionSets: ['Standin_Integration'],
    },
    ...configuredUsers(world),
  ]
  const admin = world.users.find(adminId)
  const first: UserSetting = {
    username: String(admin?.Username ?? `admin@${at}`),
    firstName: String(admin?.FirstName ?? 'Ada'),
    lastName: String(admin?.LastName ?? 'Admin'),
    alias: String(admin?.Alias ?? 'admin'),
    profile: 'System Administrator',
  }
  return [addLogin(world, first, adminId), ...users.map((user) => addUser(world, user, adminId))]
}

function addUser(world: SalesforceWorld, user: UserSetting, adminId: string): Login {
  const id = world.idWithPrefix('005')
  const login = addLogin(world, user, id)
  const profile = world
    .records('Profile')
    .all()
    .find((row) => row.Name === login.profile)
  world.users.insert({
    id,
    Id: id,
    Username: login.username,
    FirstName: login.firstName,
    LastName: login.lastName,
    Name: login.firstName === null ? login.lastName : `${login.firstName} ${login.lastName}`,
    Alias: login.alias,
    CommunityNickname: login.alias,
    Email: login.email,
    IsActive: login.active,
    UserType: 'Standard',
    ProfileId: profile?.id ?? null,
    TimeZoneSidKey: login.timeZone,
    LocaleSidKey: login.locale,
    LanguageLocaleKey: login.language,
    EmailEncodingKey: 'UTF-8',
    ...stamps(world, adminId),
  })
  for (const name of login.permissionSets) assign(world, id, name, adminId)
  return login
}

function addLogin(world: SalesforceWorld, user: UserSetting, id: string): Login {
  const { random } = world.port
  return world.rights.logins.insert({
    id,
    username: user.username.toLowerCase(),
    password: user.password ?? `Pw1-${random.base62(12)}`,
    securityToken: random.base62(24),
    email: user.username.toLowerCase(),
    firstName: user.firstName ?? null,
    lastName: user.lastName ?? 'User',
    alias: user.alias ?? user.username.slice(0, 5),
    active: user.active ?? true,
    timeZone: 'America/Los_Angeles',
    locale: 'en_US',
    language: 'en_US',
    profile: user.profile ?? 'Standard User',
    permissionSets: user.permissionSets ?? [],
  })
}

/** The record that a query sees of a profile or a permission set. The administrator's profile is there already. */
function recordOfSet(world: SalesforceWorld, set: PermissionSet, adminId: string): void {
  if (set.kind === 'profile') {
    const profiles = world.records('Profile')
    if (profiles.all().some((row) => row.Name === set.id)) return
    const id = world.idWithPrefix('00e')
    profiles.insert({ id, Id: id, Name: set.id, UserType: 'Standard', ...stamps(world, adminId) })
    return
  }
  if (!world.catalogue.object('PermissionSet')) return
  const id = world.idWithPrefix('0PS')
  const shown = { Name: set.id, Label: set.label, IsCustom: true, IsOwnedByProfile: false }
  world.records('PermissionSet').insert({ id, Id: id, ...shown, ...stamps(world, adminId) })
}

function assign(world: SalesforceWorld, user: string, name: string, adminId: string): void {
  if (!world.catalogue.object('PermissionSetAssignment') || !world.catalogue.object('PermissionSet')) return
  const set = world
    .records('PermissionSet')
    .all()
    .find((row) => row.Name === name)
  if (!set) return
  const id = world.idWithPrefix('0Pa')
  const { SystemModstamp } = stamps(world, adminId)
  world
    .records('PermissionSetAssignment')
    .insert({ id, Id: id, AssigneeId: user, PermissionSetId: set.id, SystemModstamp })
}

function stamps(world: SalesforceWorld, adminId: string) {
  const now = world.now()
  return {
    CreatedDate: now,
    CreatedById: adminId,
    LastModifiedDate: now,
    LastModifiedById: adminId,
    SystemModstamp: now,
  }
}

function configuredUsers(world: SalesforceWorld): UserSetting[] {
  const users = world.setting('users')
  if (!Array.isArray(users)) return []
  return users.filter((user): user is UserSetting => typeof user?.username === 'string')
}

/** `settings.salesforce.permissionSets`: what STANDARD_SETS has, by the same names; one of the same id replaces it. */
function configuredSets(world: SalesforceWorld): PermissionSet[] {
  const sets = world.setting('permissionSets')
  if (!Array.isArray(sets)) return []
  return sets
    .filter((set): set is Partial<PermissionSet> & { id: string } => typeof set?.id === 'string')
    .map((set) => ({ label: set.id, kind: 'permission set' as const, objects: {}, ...set }))
}
