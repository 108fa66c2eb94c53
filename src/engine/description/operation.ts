import type { DocumentOperation, DocumentParameter, Schema } from './document.js'

/** Names of the parameters of a path, in order. */
export function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '')
}

interface RequestBody {
  readonly mediaType: string
  readonly schema: Schema
  readonly required: boolean
}

interface Success {
  readonly status: number
  readonly mediaType: string
  readonly schema: Schema
}

/** One method and path of a description. Cheap to make: what needs work is worked out when asked for. */
export class Operation {
  readonly method: string
  readonly path: string
  /** `POST /v1/customers`: how behaviours name it. */
  readonly key: string
  private readonly read: () => DocumentOperation
  readonly paramNames: readonly string[]
  /** Behind `#` in the path: tells operations on one method and path apart. */
  readonly variant: string | undefined
  private querySchemaMemo: Schema | undefined
  private queryParametersMemo: readonly DocumentParameter[] | undefined
  private needsQueryMemo: boolean | undefined
  private bodyMemo: RequestBody | null | undefined
  private successMemo: Success | null | undefined

  constructor(method: string, path: string, read: () => DocumentOperation) {
    this.method = method
    this.path = path
    this.key = `${method} ${path}`
    this.read = read
    this.paramNames = parameterNames(path)
    const at = path.indexOf('#')
    this.variant = at < 0 ? undefined : path.slice(at + 1)
  }

  /** As it is described. */
  get source(): DocumentOperation {
    return this.read()
  }

  get id(): string | undefined {
    return this.source.operationId
  }

  /** No credential is asked for. */
  get public(): boolean {
    return this.source.security?.length === 0
  }

  get aliasOf(): string | undefined {
    return this.source['x-alias-of']
  }

  get queryParameters(): readonly DocumentParameter[] {
    this.queryParametersMemo ??= (this.source.parameters ?? []).filter((parameter) => parameter.in === 'query')
    return this.queryParametersMemo
  }

  /** A request without a query may lack what it needs. */
  get needsQuery(): boolean {
    this.needsQueryMemo ??= this.queryParameters.some((parameter) => parameter.required)
    return this.needsQueryMemo
  }

  /** The query as one closed object. */
  get querySchema(): Schema {
    this.querySchemaMemo ??= querySchema(this.queryParameters)
    return this.querySchemaMemo
  }

  get body(): RequestBody | undefined {
    if (this.bodyMemo === undefined) this.bodyMemo = this.readBody() ?? null
    return this.bodyMemo ?? undefined
  }

  private readBody(): RequestBody | undefined {
    const [mediaType, media] = Object.entries(this.source.requestBody?.content ?? {})[0] ?? []
    if (!mediaType || !media?.schema) return undefined
    return { mediaType, schema: media.schema, required: this.source.requestBody?.required ?? false }
  }

  /** The first 2xx answer that is described. */
  get success(): Success | undefined {
    if (this.successMemo === undefined) this.successMemo = this.readSuccess() ?? null
    return this.successMemo ?? undefined
  }

  private readSuccess(): Success | undefined {
    for (const [status, response] of Object.entries(this.source.responses ?? {})) {
      if (!status.startsWith('2')) continue
      const [mediaType, media] = Object.entries(response.content ?? {})[0] ?? []
      if (mediaType && media?.schema) return { status: Number(status), mediaType, schema: media.schema }
    }
    return undefined
  }
}

function querySchema(parameters: readonly DocumentParameter[]): Schema {
  const properties: Record<string, Schema> = {}
  const required: string[] = []
  for (const { name, schema, required: needed } of parameters) {
    properties[name] = schema ?? {}
    if (needed) required.push(name)
  }
  return { type: 'object', properties, additionalProperties: false, ...(required.length > 0 && { required }) }
}
