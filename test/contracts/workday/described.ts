import type { Schema } from '../../../contracts/document.js'

/** An OpenAPI document of any version, as far as it is compared. */
export interface Documented {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>
    readonly requestBodies?: Readonly<Record<string, Content>>
  }
}

interface Content {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
}

interface DocumentedOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: Content
  readonly responses?: Readonly<Record<string, Content>>
}

/** What is compared of an operation. */
export interface Facts {
  readonly query: readonly string[]
  readonly body: readonly string[]
  readonly answer: readonly string[]
  readonly status: string
}

const VERBS = ['get', 'post', 'put', 'patch', 'delete']

/** By `METHOD /path`: names of query parameters and of the fields that are sent and answered, in order of the alphabet. */
export function factsOf(document: Documented): Map<string, Facts> {
  const out = new Map<string, Facts>()
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of VERBS) {
      const operation = item[verb]
      if (operation) out.set(`${verb.toUpperCase()} ${path}`, readOperation(document, operation))
    }
  }
  return out
}

function readOperation(
  document: Documented,
  { parameters = [], requestBody, responses = {} }: DocumentedOperation,
): Facts {
  const status = Object.keys(responses).find((code) => code.startsWith('2')) ?? ''
  return {
    query: parameters
      .filter((each) => each.in === 'query')
      .map(({ name }) => name)
      .sort(),
    body: fieldsOf(document, schemaOf(bodyOf(document, requestBody))),
    answer: fieldsOf(document, schemaOf(responses[status])),
    status,
  }
}

function bodyOf(document: Documented, body: Content | undefined): Content | undefined {
  const name = body?.$ref?.split('/').at(-1)
  return name === undefined ? body : document.components?.requestBodies?.[name]
}

function schemaOf(content: Content | undefined): Schema | undefined {
  return Object.values(content?.content ?? {})[0]?.schema
}

/** Names of the fields; of a page, those of its items. */
function fieldsOf(document: Documented, schema: Schema | undefined): string[] {
  const fields = propertiesOf(document, schema)
  const items = propertiesOf(document, fields.get('data'))
  return [...(items.size > 0 ? items : fields).keys()].sort()
}

function propertiesOf(document: Documented, schema: Schema | undefined, depth = 0): Map<string, Schema> {
  const out = new Map<string, Schema>()
  if (!schema || depth > 10) return out
  const { $ref, allOf, items, properties } = schema as {
    $ref?: string
    allOf?: Schema[]
    items?: Schema
    properties?: Record<string, Schema>
  }
  const parts = [...(allOf ?? []), ...(items ? [items] : [])]
  if ($ref !== undefined) {
    const target = document.components?.schemas?.[$ref.split('/').at(-1) ?? '']
    if (target) parts.push(target)
  }
  for (const part of parts) for (const [name, field] of propertiesOf(document, part, depth + 1)) out.set(name, field)
  for (const [name, field] of Object.entries(properties ?? {})) out.set(name, field)
  return out
}

/** Operations of a service by the vendor's own keys: without where it is served, a query that tells two apart in its place. */
export function ofService(document: Documented, service: string): Map<string, Facts> {
  const prefix = `/ccx/api/${service}/{tenant}`
  return new Map(
    [...factsOf(document)]
      .filter(([key]) => key.includes(` ${prefix}/`))
      .map(([key, facts]) => [key.replace(prefix, '').replace(/#(\w+)$/, '?type=$1'), facts]),
  )
}
