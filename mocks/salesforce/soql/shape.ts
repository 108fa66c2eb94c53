import type { SObject } from '../catalogue/catalogue.js'
import type { RecordRow } from '../records/record.js'
import { parentOf, type Step } from './bind-path.js'
import type { Environment } from './environment.js'

export type Json = Record<string, unknown>

/** How records are written out beside their fields. */
export interface Rendering {
  /** At most so many children of one record at once. */
  readonly childBatch: number
  /** Keeps the rest of a record's children; gives the link to it. */
  readonly keepRest: ((records: readonly Json[]) => string) | undefined
}

export type Entry =
  | { readonly kind: 'value'; readonly read: (row: RecordRow, object: SObject) => unknown }
  | { readonly kind: 'parent'; readonly step: Step; readonly shape: Shape }
  | {
      readonly kind: 'typeof'
      readonly step: Step
      readonly shapes: ReadonlyMap<string, Shape>
      readonly otherwise: Shape | undefined
    }
  | {
      readonly kind: 'children'
      readonly rows: (row: RecordRow) => readonly RecordRow[]
      readonly object: SObject
      readonly shape: Shape
    }

/** What of a record is shown, by key, in the order of SELECT. */
export type Shape = Map<string, Entry>

export function attributesOf(type: string, object: SObject, row: RecordRow, environment: Environment): Json {
  return { type, url: `/services/data/v${environment.version}/sobjects/${object.name}/${row.Id}` }
}

/**
 * A record as REST shows it: `attributes`, then what was selected; parents as records or null, children as a result or null.
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm (read 2026-11)
 */
export function render(
  shape: Shape,
  object: SObject,
  row: RecordRow,
  environment: Environment,
  rendering: Rendering,
  type = object.name,
): Json {
  const out: Json = { attributes: attributesOf(type, object, row, environment) }
  for (const [key, entry] of shape) out[key] = renderEntry(entry, object, row, environment, rendering)
  return out
}

function renderEntry(
  entry: Entry,
  object: SObject,
  row: RecordRow,
  environment: Environment,
  rendering: Rendering,
): unknown {
  switch (entry.kind) {
    case 'value':
      return entry.read(row, object) ?? null
    case 'parent': {
      const found = parentOf(entry.step, row, environment)
      // @unverified that a parent of one of several types is of type Name; its url tells which it is
      const type = entry.step.polymorphic ? 'Name' : undefined
      return found ? render(entry.shape, found.object, found.row, environment, rendering, type) : null
    }
    case 'typeof': {
      const found = parentOf(entry.step, row, environment)
      const shape = found && (entry.shapes.get(found.object.name) ?? entry.otherwise)
      return found && shape
        ? render(shape, found.object, found.row, environment, rendering)
        : found
          ? render(new Map(), found.object, found.row, environment, rendering)
          : null
    }
    case 'children':
      return renderChildren(entry, row, environment, rendering)
  }
}

function renderChildren(
  entry: Entry & { readonly kind: 'children' },
  row: RecordRow,
  environment: Environment,
  rendering: Rendering,
): Json | null {
  const rows = entry.rows(row)
  if (rows.length === 0) return null
  const records = rows.map((child) => render(entry.shape, entry.object, child, environment, rendering))
  if (records.length <= rendering.childBatch || !rendering.keepRest)
    return { totalSize: records.length, done: true, records }
  const nextRecordsUrl = rendering.keepRest(records)
  return { totalSize: records.length, done: false, nextRecordsUrl, records: records.slice(0, rendering.childBatch) }
}
