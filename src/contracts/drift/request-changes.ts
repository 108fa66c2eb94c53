import type { Operation, Schema } from '../../../contracts/document.js'
import type { HttpInteraction } from '../pact/pact-file.js'
import type { Change, Side } from './finding.js'
import { formFields, nested } from './form-fields.js'
import type { SchemaReader } from './schema-reader.js'
import { valueChanges, type Wire } from './value-changes.js'

type Request = HttpInteraction['request']

/** How an operation of a description would not take a recorded request. */
export function requestChanges(reader: SchemaReader, operation: Operation, request: Request): Change[] {
  return [
    ...queryChanges(reader, operation, request),
    ...headerChanges(operation, request),
    ...bodyChanges(reader, operation, request),
  ]
}

function queryChanges(reader: SchemaReader, operation: Operation, request: Request): Change[] {
  const parameters = (operation.parameters ?? []).filter((one) => one.in === 'query')
  // A parameter that is an object, written out, stands for any names: the prompts of a report.
  const open = parameters.some(({ schema, explode }) => explode === true && schema.additionalProperties !== undefined)
  const required = parameters.filter((one) => one.required).map((one) => one.name)
  const schema: Schema = {
    type: 'object',
    properties: Object.fromEntries(parameters.map((one) => [one.name, one.schema])),
    additionalProperties: open,
    ...(required.length > 0 ? { required } : {}),
  }
  const pairs = Object.entries(request.query ?? {}).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  )
  return at('query', valueChanges(reader, schema, nested(pairs), 'text'))
}

/** Headers that every request has, or that say who calls: no description's parameter. */
const ownHeaders = new Set(['accept', 'authorization', 'content-type'])

function headerChanges(operation: Operation, request: Request): Change[] {
  const sent = new Set(Object.keys(request.headers ?? {}).map((name) => name.toLowerCase()))
  return (operation.parameters ?? [])
    .filter((one) => one.in === 'header' && one.required)
    .filter(({ name }) => !sent.has(name.toLowerCase()) && !ownHeaders.has(name.toLowerCase()))
    .map(({ name }) => ({
      side: 'header',
      path: [name],
      kind: 'newly required',
      message: `the header \`${name}\` is required`,
    }))
}

function bodyChanges(reader: SchemaReader, operation: Operation, request: Request): Change[] {
  const types = Object.keys(operation.requestBody?.content ?? {})
  const content = request.body?.content
  const nothing = content === undefined || content === null || content === ''
  const mediaType = nothing ? types[0] : mediaTypeOf(request)
  const schema = mediaType === undefined ? undefined : operation.requestBody?.content[mediaType]?.schema
  if (!schema) {
    if (nothing) return []
    if (types.length === 0) return [whole('removed', 'it takes no body any more')]
    if (mediaType === undefined) return []
    return [whole('type changed', `it takes ${types.join(' or ')} now, not ${mediaType}`)]
  }
  const wire = isForm(mediaType) ? 'text' : 'json'
  const value = nothing ? {} : wire === 'text' && typeof content === 'string' ? formFields(content) : content
  // Neither parts of a form nor other texts are read.
  if (typeof value === 'string') return []
  return at('body', valueChanges(reader, schema, value, wire satisfies Wire))
}

/** Of the body, without its parameters. */
export function mediaTypeOf({ headers, body }: Request): string | undefined {
  const sent = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const [header] = [sent ?? []].flat()
  return (header ?? body?.contentType)?.split(';')[0]?.trim().toLowerCase()
}

function isForm(mediaType: string | undefined): boolean {
  return mediaType === 'application/x-www-form-urlencoded'
}

function whole(kind: Change['kind'], message: string): Change {
  return { side: 'body', path: [], kind, message }
}

function at(side: Side, changes: readonly Omit<Change, 'side'>[]): Change[] {
  return changes.map((change) => ({ side, ...change }))
}
