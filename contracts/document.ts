/** A JSON Schema (2020-12) as OpenAPI 3.1 carries it, with the extensions this project reads. */
export interface Schema {
  $ref?: string
  type?: SchemaType | SchemaType[]
  enum?: (string | number | boolean | null)[]
  const?: string | number | boolean
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  /** The resources an expandable field may hold instead of an id. */
  'x-expansionResources'?: { oneOf: Schema[] }
  /** Names of the fields of this object that hold, or may hold, another object. */
  'x-expandableFields'?: string[]
  /** Present only when the caller asks for it with `expand`. */
  'x-includable'?: boolean
  /** The vendor may add members to this enum without a new version. */
  'x-open-enum'?: boolean
}

export type SchemaType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null'

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: Schema
  style?: 'deepObject' | 'form' | 'simple'
  explode?: boolean
}

export interface Body {
  required: boolean
  content: Record<string, { schema: Schema }>
}

export interface Reply {
  description: string
  content?: Record<string, { schema: Schema }>
}

export interface Operation {
  operationId: string
  parameters?: Parameter[]
  requestBody?: Body
  responses: Record<string, Reply>
  /** Where it is served, when the rest of its path is served elsewhere. */
  servers?: { url: string }[]
  /** Key of the operation that this one, an older path, stands for. */
  'x-alias-of'?: string
  /** Empty: no credential is asked for. */
  security?: []
}

export const verbs = ['get', 'post', 'put', 'patch', 'delete'] as const
export type Verb = (typeof verbs)[number]

export type PathItem = { [verb in Verb]?: Operation } & { servers?: { url: string }[] }

/** What a thin event says besides its envelope; neither is present for some events. */
export interface ThinEvent {
  relatedObject?: Schema
  data?: Schema
}

/** A vendor's description in the project's normal form: OpenAPI 3.1 reduced to facts. */
export interface Description {
  openapi: '3.1.0'
  info: { title: string; version: string }
  servers: { url: string }[]
  /** Package and version it was read from. */
  'x-source': string
  paths: Record<string, PathItem>
  components: { schemas: Record<string, Schema> }
  'x-events'?: Record<string, Schema>
  'x-thin-events'?: Record<string, ThinEvent>
  'x-error-codes'?: string[]
}

const prefix = '#/components/schemas/'

export const refTo = (name: string): Schema => ({ $ref: prefix + name })

/** The component a `$ref` names, or undefined when it points elsewhere. */
export const refName = (ref: string): string | undefined =>
  ref.startsWith(prefix) ? ref.slice(prefix.length) : undefined

/** All operations, with their keys (`METHOD /path`). */
export function* operationsOf(document: Pick<Description, 'paths'>): Generator<[key: string, operation: Operation]> {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const verb of verbs) {
      const operation = item[verb]
      if (operation) yield [`${verb.toUpperCase()} ${path}`, operation]
    }
  }
}
