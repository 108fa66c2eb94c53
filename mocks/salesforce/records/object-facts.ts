import type { Field, SObject } from '../catalogue/catalogue.js'
import type { FieldValue } from './record.js'

/** What saving asks of an object each time, worked out once: an account has seventy fields, and a bulk job many rows. */
export interface ObjectFacts {
  /** A client must give them. */
  readonly required: readonly Field[]
  /** A client may not empty them. */
  readonly neverEmptied: readonly Field[]
  readonly defaults: readonly (readonly [name: string, value: FieldValue])[]
  readonly unique: readonly Field[]
}

const memo = new WeakMap<SObject, ObjectFacts>()

export function factsOf(object: SObject): ObjectFacts {
  let facts = memo.get(object)
  if (!facts) {
    facts = {
      required: object.fields.filter(isRequired),
      neverEmptied: object.fields.filter((field) => isRequired(field) || (!field.nillable && field.updateable)),
      defaults: object.fields.flatMap((field) => {
        const value = defaultOf(field)
        return value === undefined ? [] : [[field.name, value] as const]
      }),
      unique: object.fields.filter(({ unique }) => unique),
    }
    memo.set(object, facts)
  }
  return facts
}

/** Whether a client must give it: never null, not filled in by the platform, and a client's to set. @source facts A4 (read 2026-11-23) */
function isRequired(field: Field): boolean {
  return !field.nillable && !field.defaultedOnCreate && field.createable && field.type !== 'boolean'
}

function defaultOf(field: Field): FieldValue | undefined {
  if (field.defaultValue !== null) return field.defaultValue
  if (field.type === 'boolean') return field.nillable ? undefined : false
  return field.picklistValues.find(({ defaultValue }) => defaultValue)?.value
}
