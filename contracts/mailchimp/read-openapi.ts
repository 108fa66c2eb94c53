import type { Operation, Parameter, PathItem, Reply, Schema } from '../document.js'
import { type Verb, verbs } from '../document.js'
import type { RawSchema } from './reduce-schema.js'

interface RawMedia {
  schema?: RawSchema
}
interface RawBody {
  $ref?: string
  required?: boolean
  content?: Record<string, RawMedia>
}
interface RawOperation {
  operationId?: string
  parameters?: { name: string; in: string; required?: boolean; schema?: RawSchema }[]
  requestBody?: RawBody
  responses?: Record<string, { content?: Record<string, RawMedia> }>
}
/** An OpenAPI 3.0 document: what is read of it. */
export interface RawDocument {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, { [verb in Verb]?: RawOperation }>
  components?: { schemas?: Record<string, RawSchema>; requestBodies?: Record<string, RawBody> }
}

export interface ReadOptions {
  /** The path that an operation has here, by its path there. */
  path: (path: string) => string
  /** Its name, by that of the source, which may have none. */
  operationId: (path: string, id: string | undefined) => string
  request: (schema: RawSchema) => Schema
  answer: (schema: RawSchema) => Schema
}

/** The operations of a document in the normal form. Of the answers only the successful ones are described: errors are the vendor's table. */
export function readOpenApi(document: RawDocument, options: ReadOptions): Record<string, PathItem> {
  if (!document.openapi?.startsWith('3.0')) {
    throw new Error(`${document.info?.title}: OpenAPI 3.0 is expected, this is ${document.openapi}`)
  }
  const paths: Record<string, PathItem> = {}
  for (const [path, item] of Object.entries(document.paths)) {
    const out: PathItem = {}
    for (const verb of verbs) {
      const operation = item[verb]
      if (operation) out[verb] = readOperation(document, path, operation, options)
    }
    paths[options.path(path)] = out
  }
  return paths
}

function readOperation(document: RawDocument, path: string, raw: RawOperation, options: ReadOptions): Operation {
  const parameters = (raw.parameters ?? []).flatMap((parameter) => readParameter(parameter, options))
  const media = mediaOf(bodyOf(document, raw.requestBody)?.content)
  return {
    operationId: options.operationId(path, raw.operationId),
    ...(parameters.length > 0 && { parameters }),
    ...(media?.schema && {
      // A body that is left out is taken for an empty one, so that what it lacks is told field by field.
      requestBody: { required: false, content: { 'application/json': { schema: options.request(media.schema) } } },
    }),
    responses: readResponses(raw, options),
  }
}

function readParameter(raw: NonNullable<RawOperation['parameters']>[number], options: ReadOptions): Parameter[] {
  if (raw.in !== 'path' && raw.in !== 'query') return []
  const schema = options.request(raw.schema ?? {})
  // A list in a query is written with commas, or as several values: the stand-in reads both.
  const plain = raw.in === 'query' && schema.type === 'array' ? {} : schema
  return [{ name: raw.name, in: raw.in, required: raw.required ?? false, schema: plain }]
}

function bodyOf(document: RawDocument, body: RawBody | undefined): RawBody | undefined {
  if (!body?.$ref) return body
  const name = body.$ref.slice(body.$ref.lastIndexOf('/') + 1)
  const found = document.components?.requestBodies?.[name]
  if (!found) throw new Error(`${document.info.title}: nothing describes the body ${body.$ref}`)
  return found
}

function readResponses(raw: RawOperation, options: ReadOptions): Record<string, Reply> {
  const replies: Record<string, Reply> = {}
  for (const [status, response] of Object.entries(raw.responses ?? {})) {
    if (!status.startsWith('2')) continue
    const schema = status === '204' ? undefined : mediaOf(response.content)?.schema
    replies[status] = {
      description: '',
      ...(schema && { content: { 'application/json': { schema: options.answer(schema) } } }),
    }
  }
  return replies
}

function mediaOf(content: Record<string, RawMedia> | undefined): RawMedia | undefined {
  return content?.['application/json'] ?? content?.['*/*']
}
