import type { FieldValue } from '../records/record.js'
import type { ObjectRule } from './rule.js'

/** First and last name, as Contact, Lead and User show them. */
export function fullName(first: FieldValue | undefined, last: FieldValue | undefined): string {
  return [first, last].filter((part) => part !== null && part !== undefined).join(' ')
}

/** The Name of a person is made of its parts. @source facts part B (read 2026-11-23) */
export const person: ObjectRule = {
  prepare: ({ draft }) => {
    draft.Name = fullName(draft.FirstName, draft.LastName)
  },
}

/** A lead that is new is not converted. */
export const lead: ObjectRule = {
  prepare: (saving) => {
    person.prepare?.(saving)
    if (!saving.before) saving.draft.IsConverted = false
  },
}

/** A user has a nickname. @unverified what it is where none is given */
export const user: ObjectRule = {
  prepare: (saving) => {
    person.prepare?.(saving)
    const { draft } = saving
    draft.CommunityNickname ??= `User${draft.id.slice(6, 15)}`
    draft.UserType ??= 'Standard'
  },
}
