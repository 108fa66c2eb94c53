/** What a person wrote: a configuration, a scenario. */
export interface WrittenDocument {
  readonly file: string
  readonly value: unknown
  /** Where a path stands in the file, `12:3`; undefined where that cannot be told (a program). */
  position(path: readonly PropertyKey[]): string | undefined
}
