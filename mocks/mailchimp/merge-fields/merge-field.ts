import { invalidResource, problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import { keyOf, type ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'

export type MergeFieldType =
  | 'text'
  | 'number'
  | 'address'
  | 'phone'
  | 'date'
  | 'url'
  | 'imageurl'
  | 'radio'
  | 'dropdown'
  | 'birthday'
  | 'zip'

export interface MergeFieldOptions {
  readonly choices?: readonly string[] | undefined
  readonly date_format?: string | undefined
  readonly default_country?: number | undefined
  readonly phone_format?: string | undefined
  readonly size?: number | undefined
}

/** What a client sets of a merge field, as on the wire. */
export interface MergeFieldSettings {
  readonly tag: string
  readonly name: string
  readonly type: MergeFieldType
  readonly required: boolean
  readonly default_value: string
  readonly public: boolean
  readonly display_order: number
  readonly help_text: string
  readonly options: MergeFieldOptions
}

/** A field of an audience's members. */
export interface MergeField extends ResourceRow {
  readonly mergeId: number
  readonly settings: MergeFieldSettings
}

export const MERGE_FIELD = '/3.0/lists/{list_id}/merge-fields/{merge_id}'

/** Those that every new audience has. @source facts A1; @unverified that PHONE is among them */
export const MERGE_FIELDS_OF_A_NEW_LIST: readonly Partial<MergeFieldSettings>[] = [
  { tag: 'FNAME', name: 'First Name', type: 'text' },
  { tag: 'LNAME', name: 'Last Name', type: 'text' },
  { tag: 'ADDRESS', name: 'Address', type: 'address' },
  { tag: 'PHONE', name: 'Phone Number', type: 'phone' },
]

/** @throws InvalidResource (400) where the tag is taken or no tag  @unverified wording */
export function insertMergeField(world: MailchimpWorld, list: string, given: Partial<MergeFieldSettings>): MergeField {
  const others = world.mergeFields.where('parent', list)
  const mergeId = Math.max(0, ...others.map((field) => field.mergeId)) + 1
  const tag = (given.tag ?? '').toUpperCase() || `MMERGE${mergeId}`
  checkTag(tag, others)
  const type = given.type ?? 'text'
  const settings = {
    name: given.name ?? '',
    type,
    tag,
    required: given.required ?? false,
    default_value: given.default_value ?? '',
    public: given.public ?? false,
    display_order: given.display_order ?? mergeId + 1,
    help_text: given.help_text ?? '',
    options: optionsOf(type, given.options),
  }
  return world.mergeFields.insert({ id: keyOf(list, String(mergeId)), parent: list, mergeId, settings })
}

export function checkTag(tag: string, others: readonly MergeField[]): void {
  if (tag === 'EMAIL' || others.some((other) => other.settings.tag === tag)) {
    throw invalidResource(`A Merge Field with the tag "${tag}" already exists for this list.`)
  }
  if (!/^[A-Z][A-Z0-9_]{0,9}$/.test(tag)) {
    throw invalidResource([{ field: 'tag', message: 'Merge tags may have up to 10 letters, digits and underscores.' }])
  }
}

/** Of each type its own. */
function optionsOf(type: MergeFieldType, given: MergeFieldOptions = {}): MergeFieldOptions {
  switch (type) {
    case 'text':
      return { size: given.size ?? 25 }
    case 'address':
      return { default_country: given.default_country ?? 164 }
    case 'phone':
      return { phone_format: given.phone_format ?? 'none' }
    case 'date':
      return { date_format: given.date_format ?? 'MM/DD/YYYY' }
    case 'birthday':
      return { date_format: given.date_format ?? 'MM/DD' }
    case 'radio':
    case 'dropdown':
      return { choices: given.choices ?? [] }
    default:
      return {}
  }
}

/** @throws ResourceNotFound (404) */
export function findMergeField(world: MailchimpWorld, list: string, id: string): MergeField {
  const field = world.mergeFields.find(keyOf(list, id))
  if (!field) throw problem('ResourceNotFound')
  return field
}

export function renderMergeField(world: MailchimpWorld, field: MergeField, origin: string): Record<string, unknown> {
  return {
    merge_id: field.mergeId,
    ...field.settings,
    list_id: field.parent,
    _links: linksOf(world.description, origin, MERGE_FIELD, [field.parent, String(field.mergeId)]),
  }
}
