import { SandboxError } from '../errors.js'
import { type Document, type DocumentOperation, METHODS, type Schema } from './document.js'

/** A description as the engine takes it in: what is large in it comes when it is asked for. */
export interface DescriptionParts {
  readonly title: string
  readonly version: string
  /** `package@version`, or the file that the user named. */
  readonly source: string
  /** Event type to the schema of what it carries. */
  readonly events: Readonly<Record<string, Schema>>
  /** Types of events that say what they are about, and do not carry it. */
  readonly thinEvents: Readonly<Record<string, unknown>>
  readonly operations: readonly OperationPart[]
  /** The same object each time. */
  schema(name: string): Schema | undefined
}

export interface OperationPart {
  /** In capitals. */
  readonly method: string
  readonly path: string
  /** The same object each time. */
  read(): DocumentOperation
}

/** The parts of a document that is there as a whole. @throws SANDBOX_BAD_DESCRIPTION for what is none */
export function partsOf(document: Document): DescriptionParts {
  if (typeof document.openapi !== 'string' || typeof document.paths !== 'object') {
    throw new SandboxError(
      'SANDBOX_BAD_DESCRIPTION',
      'This is not an OpenAPI document: it lacks `openapi` or `paths`.',
      'Give an OpenAPI 3.0 or 3.1 document.',
    )
  }
  const operations: OperationPart[] = []
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const source = item[method] as DocumentOperation | undefined
      if (source) operations.push({ method: method.toUpperCase(), path, read: () => source })
    }
  }
  const schemas = document.components?.schemas ?? {}
  return { ...headOf(document), operations, schema: (name) => schemas[name] }
}

/** What stands in front of a document's large parts. */
export function headOf(
  document: Pick<Document, 'info' | 'x-source' | 'x-events' | 'x-thin-events'>,
): Pick<DescriptionParts, 'title' | 'version' | 'source' | 'events' | 'thinEvents'> {
  const { title, version } = document.info
  const { 'x-events': events = {}, 'x-thin-events': thinEvents = {} } = document
  return { title, version, source: document['x-source'] ?? title, events, thinEvents }
}
