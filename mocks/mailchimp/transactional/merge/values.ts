/** Merge variables by name, in lower case: their names do not tell cases apart. Content may be any JSON. */
export type MergeValues = ReadonlyMap<string, unknown>

export interface MergeVar {
  readonly name?: string | null
  readonly content?: unknown
}

/** Later ones go before earlier ones: a recipient's own before the global ones. */
export function mergeValues(...lists: readonly (readonly MergeVar[] | null | undefined)[]): MergeValues {
  const values = new Map<string, unknown>()
  for (const list of lists) {
    for (const { name, content } of list ?? []) if (name) values.set(name.toLowerCase(), content)
  }
  return values
}

/** As text in a message: nothing for null, objects and lists as JSON. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A value that counts as given: neither empty nor false nor zero. */
export function isGiven(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0 && value !== '0'
}
