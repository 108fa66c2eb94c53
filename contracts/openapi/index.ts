import { type Description, type PathItem, verbs } from '../document.js'
import { isRaw, parseDocument, type Raw } from './parse.js'
import { OperationReader, serversOf } from './read-operation.js'
import { SchemaConverter } from './read-schema.js'
import { References } from './references.js'

export interface OpenApiSource {
  /** The document, JSON or YAML. */
  readonly text: string
  /** What errors name: a path or a URL. */
  readonly from: string
  /** What the description says of where it comes from. */
  readonly source: string
}

/**
 * Reads an OpenAPI document (3.0 or 3.1, JSON or YAML) of any vendor into the normal form: facts only, references of every
 * kind but those to schemas followed.
 * @throws DescriptionProblem
 */
export function readOpenApi({ text, from, source }: OpenApiSource): Description {
  const raw = parseDocument(text, from)
  const references = new References(raw)
  const schemas = new SchemaConverter(references)
  const reader = new OperationReader(references, schemas)
  const info = isRaw(raw.info) ? raw.info : {}
  const components = isRaw(raw.components) && isRaw(raw.components.schemas) ? raw.components.schemas : {}
  const description: Description = {
    openapi: '3.1.0',
    info: { title: textOf(info.title) ?? from, version: textOf(info.version) ?? 'unknown' },
    servers: serversOf(raw.servers),
    'x-source': source,
    paths: pathsOf(raw, references, reader),
    components: {
      schemas: Object.fromEntries(Object.entries(components).map(([name, value]) => [name, schemas.convert(value)])),
    },
  }
  return description
}

function pathsOf(raw: Raw, references: References, reader: OperationReader): Record<string, PathItem> {
  const paths: Record<string, PathItem> = {}
  for (const [path, value] of Object.entries(raw.paths as Raw)) {
    const item = references.follow(value)
    const own: PathItem = {}
    for (const verb of verbs) {
      if (isRaw(item[verb])) own[verb] = reader.read(verb, path, item[verb], item.parameters)
    }
    const servers = serversOf(item.servers)
    paths[path] = { ...own, ...(servers.length > 0 ? { servers } : {}) }
  }
  return paths
}

function textOf(value: unknown): string | undefined {
  // YAML reads `version: 1.0` as a number and a date as what it is written as.
  return value === undefined || value === null ? undefined : String(value)
}
