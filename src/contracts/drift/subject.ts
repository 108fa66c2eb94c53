import type { Description } from '../../../contracts/document.js'
import { OperationIndex } from './operation-index.js'
import { SchemaReader } from './schema-reader.js'

/** A description, made ready to be compared. */
export interface Subject {
  readonly description: Description
  readonly reader: SchemaReader
  readonly operations: OperationIndex
}

export function subjectOf(description: Description): Subject {
  return { description, reader: new SchemaReader(description), operations: new OperationIndex(description) }
}

/** Version and source, for people: `2026-10-28.endive (stripe@23.1.0)`. */
export function nameOf({ info, 'x-source': source }: Description): string {
  return `${info.version} (${source})`
}
