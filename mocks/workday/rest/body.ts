/** A body, or a part of one. The description has checked the types of what it knows; the rest may be anything. */
export type Fields = Readonly<Record<string, unknown>>

/** The fields of an object; none where something else was sent. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries<unknown>(Object.entries(value))
    : {}
}

/** A text that is not empty. */
export function textIn(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

export function flagIn(fields: Fields, name: string): boolean | undefined {
  const value = fields[name]
  return typeof value === 'boolean' ? value : undefined
}

export function numberIn(fields: Fields, name: string): number | undefined {
  const value = fields[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** Of `{"reason": {"id": "..."}}` the id. */
export function idIn(fields: Fields, name: string): string | undefined {
  return textIn(fieldsOf(fields[name]), 'id')
}

export function listIn(fields: Fields, name: string): readonly unknown[] {
  const value = fields[name]
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

/** Texts of a parameter that may be given more than once. */
export function textsIn(fields: Fields, name: string): readonly string[] {
  return listIn(fields, name).map(String)
}
