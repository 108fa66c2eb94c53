import type { Catalogue } from '../catalogue/catalogue.js'

/**
 * Whether field-level security applies to a field at all. What a record cannot do without (its id, the system's stamps, the name,
 * what is required, who owns it) is always to be seen.
 * @source https://help.salesforce.com/s/articleView?id=sf.users_fields_fls.htm (read 2026-11)
 */
export function isPermissionable(catalogue: Catalogue, object: string, field: string): boolean {
  const known = catalogue.object(object)?.field(field)
  if (!known) return false
  if (known.type === 'id' || known.nameField || known.compoundFieldName === 'Name') return false
  const required = !known.nillable && known.createable && !known.defaultedOnCreate
  return !required && known.name !== 'OwnerId' && known.name !== 'RecordTypeId'
}
