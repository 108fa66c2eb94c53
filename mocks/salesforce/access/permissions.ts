import type { Row } from '../../../src/engine/kit.js'

/** Rights on the records of one object, and which of its fields may be seen and changed. */
export interface ObjectRights {
  readonly create?: boolean
  readonly read?: boolean
  readonly edit?: boolean
  readonly delete?: boolean
  /** Sees all records, whoever owns them. */
  readonly viewAll?: boolean
  readonly modifyAll?: boolean
  /** Fields that may be read, `*` for all. Default none beside those that cannot be withheld. */
  readonly readable?: '*' | readonly string[]
  /** Fields that may be changed, `*` for all. Default none. */
  readonly editable?: '*' | readonly string[]
  /** Fields taken out of `readable` (and so of `editable`) again: shorter than hundreds that are not. */
  readonly hidden?: readonly string[]
  /** Fields taken out of `editable` again. */
  readonly readOnly?: readonly string[]
}

/**
 * A profile or a permission set. Its id is the name; a user has one profile and any number of sets, and may do what any of
 * them allows.
 */
export interface PermissionSet extends Row {
  readonly label: string
  readonly kind: 'profile' | 'permission set'
  readonly apiEnabled?: boolean
  readonly viewAllData?: boolean
  readonly modifyAllData?: boolean
  /** By the object's API name; `*` stands for each that is not named. */
  readonly objects: Readonly<Record<string, ObjectRights>>
}

const FULL: ObjectRights = { create: true, read: true, edit: true, delete: true, readable: '*', editable: '*' }
const OWN_WORK: ObjectRights = { create: true, read: true, edit: true, readable: '*', editable: '*' }
const LOOK: ObjectRights = { read: true, readable: '*' }

/** What a new org has. @source https://help.salesforce.com/s/articleView?id=sf.standard_profiles.htm (read 2026-11) */
export const STANDARD_SETS: readonly PermissionSet[] = [
  {
    id: 'System Administrator',
    label: 'System Administrator',
    kind: 'profile',
    apiEnabled: true,
    viewAllData: true,
    modifyAllData: true,
    objects: { '*': FULL },
  },
  {
    id: 'Standard User',
    label: 'Standard User',
    kind: 'profile',
    apiEnabled: true,
    objects: {
      '*': FULL,
      User: { read: true, readable: '*', editable: '*' },
      Profile: LOOK,
      PermissionSet: LOOK,
      Organization: LOOK,
      Campaign: LOOK,
      Product2: LOOK,
      Pricebook2: LOOK,
      PricebookEntry: LOOK,
    },
  },
  {
    id: 'Minimum Access - API Only Integrations',
    label: 'Minimum Access - API Only Integrations',
    kind: 'profile',
    apiEnabled: true,
    objects: { User: LOOK, Organization: LOOK, Profile: LOOK, PermissionSet: LOOK, RecordType: LOOK },
  },
  {
    id: 'Standin_Integration',
    label: 'Standin Integration',
    kind: 'permission set',
    objects: {
      Account: { ...OWN_WORK, hidden: ['AnnualRevenue', 'TickerSymbol'], readOnly: ['Rating'] },
      Contact: { ...OWN_WORK, hidden: ['Birthdate'] },
      Lead: OWN_WORK,
      Opportunity: { ...OWN_WORK, create: false, hidden: ['ExpectedRevenue'] },
      Case: FULL,
      Task: FULL,
      Event: FULL,
    },
  },
]
