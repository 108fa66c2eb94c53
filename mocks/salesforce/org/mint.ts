import { suffixOf } from '../records/ids.js'
import type { RecordRow } from '../records/record.js'
import type { SalesforceWorld } from '../world.js'

/** Makes the org, its administrator's profile and the administrator: what there is before anybody has logged in. */
export function mintOrg(world: SalesforceWorld): { orgId: string; userId: string } {
  const orgId = standInId(world.idWithPrefix('00D'))
  const userId = world.idWithPrefix('005')
  const profileId = world.idWithPrefix('00e')
  const now = world.now()
  const stamps = {
    CreatedDate: now,
    CreatedById: userId,
    LastModifiedDate: now,
    LastModifiedById: userId,
    SystemModstamp: now,
  }
  const put = (object: string, id: string, fields: Omit<RecordRow, 'id' | 'Id'>) =>
    world.records(object).insert({ id, Id: id, ...fields, ...stamps })
  put('Organization', orgId, {
    Name: 'Acme Supplies',
    OrganizationType: 'Developer Edition',
    InstanceName: 'CS5F',
    IsSandbox: true,
    NamespacePrefix: null,
    LanguageLocaleKey: 'en_US',
    DefaultLocaleSidKey: 'en_US',
    TimeZoneSidKey: 'America/Los_Angeles',
    Country: 'US',
    FiscalYearStartMonth: 1,
  })
  put('Profile', profileId, { Name: 'System Administrator', UserType: 'Standard' })
  put('User', userId, {
    Username: `admin@${world.port.name}.standin.test`,
    FirstName: 'Ada',
    LastName: 'Admin',
    Name: 'Ada Admin',
    Alias: 'aadmi',
    CommunityNickname: 'ada.admin',
    Email: 'ada.admin@acme.test',
    IsActive: true,
    UserType: 'Standard',
    ProfileId: profileId,
    TimeZoneSidKey: 'America/Los_Angeles',
    LocaleSidKey: 'en_US',
    LanguageLocaleKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
  })
  put('Pricebook2', world.idWithPrefix('01s'), { Name: 'Standard Price Book', IsActive: true, IsStandard: true })
  return { orgId, userId }
}

/** An `S` where real orgs have a zero, so that a session of a real org is never taken for one of ours (see auth.ts). */
function standInId(id: string): string {
  const id15 = `${id.slice(0, 5)}S${id.slice(6, 15)}`
  return id15 + suffixOf(id15)
}
