/** The parts of an OpenAPI 3.1 document that the engine reads. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly nullable?: boolean
  readonly maxLength?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly 'x-expansionResources'?: unknown
  readonly 'x-open-enum'?: boolean
  readonly 'x-includable'?: boolean
}

export interface DocumentParameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema?: Schema
}

export interface DocumentOperation {
  readonly operationId?: string
  readonly parameters?: readonly DocumentParameter[]
  readonly requestBody?: {
    readonly required?: boolean
    readonly content: Readonly<Record<string, { readonly schema?: Schema }>>
  }
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >
  /** An empty list: no credential is asked for. */
  readonly security?: readonly unknown[]
  readonly servers?: readonly { readonly url: string }[]
  readonly 'x-alias-of'?: string
}

export type PathItem = Readonly<Record<string, unknown>>

export interface Document {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
  /** Where it came from: `package@version`. */
  readonly 'x-source'?: string
  /** Event type to the schema of what it carries. */
  readonly 'x-events'?: Readonly<Record<string, Schema>>
  /** Type of an event that carries no object to what is said of it. */
  readonly 'x-thin-events'?: Readonly<Record<string, unknown>>
}

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const
