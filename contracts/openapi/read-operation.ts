import type { Body, Operation, Parameter, Reply, Schema, Verb } from '../document.js'
import { isRaw, type Raw } from './parse.js'
import type { SchemaConverter } from './read-schema.js'
import type { References } from './references.js'

const FORM = 'application/x-www-form-urlencoded'

/** Reads operations of OpenAPI 3.0 and 3.1 into the normal form. */
export class OperationReader {
  readonly #references: References
  readonly #schemas: SchemaConverter

  constructor(references: References, schemas: SchemaConverter) {
    this.#references = references
    this.#schemas = schemas
  }

  /** @param shared the parameters of the whole path */
  read(verb: Verb, path: string, raw: Raw, shared: unknown): Operation {
    const parameters = [...list(shared), ...list(raw.parameters)].flatMap((each) => this.#parameter(each))
    const body = this.#body(raw.requestBody)
    const inQuery = verb === 'get' || verb === 'delete' ? (body?.content[FORM]?.schema ?? {}) : undefined
    const servers = serversOf(raw.servers)
    return {
      operationId: typeof raw.operationId === 'string' ? raw.operationId : `${verb} ${path}`,
      parameters: [...unique(parameters), ...(inQuery ? asQuery(inQuery) : [])],
      ...(body && !inQuery ? { requestBody: body } : {}),
      responses: this.#replies(raw.responses),
      ...(servers.length > 0 ? { servers } : {}),
    }
  }

  #content(value: unknown): Record<string, { schema: Schema }> {
    return Object.fromEntries(
      Object.entries(isRaw(value) ? value : {}).map(([type, media]) => [
        type.split(';')[0]?.trim() ?? type,
        { schema: this.#schemas.convert(isRaw(media) ? media.schema : undefined) },
      ]),
    )
  }

  #body(value: unknown): Body | undefined {
    const raw = this.#references.follow(value)
    const content = this.#content(raw.content)
    return Object.keys(content).length > 0 ? { required: raw.required === true, content } : undefined
  }

  #parameter(value: unknown): Parameter[] {
    const raw = this.#references.follow(value)
    const { name, in: place, style, explode } = raw
    if (typeof name !== 'string' || (place !== 'path' && place !== 'query' && place !== 'header')) return []
    const [media] = Object.values(this.#content(raw.content))
    const known = style === 'deepObject' || style === 'form' || style === 'simple'
    return [
      {
        name,
        in: place,
        required: raw.required === true,
        schema: media?.schema ?? this.#schemas.convert(raw.schema),
        ...(known ? { style } : {}),
        ...(typeof explode === 'boolean' ? { explode } : {}),
      },
    ]
  }

  #replies(value: unknown): Record<string, Reply> {
    const replies: Record<string, Reply> = {}
    for (const [status, reply] of Object.entries(isRaw(value) ? value : {})) {
      // A range stands for its first status; `default` says nothing of success.
      const code = /^[1-5]XX$/i.test(status) ? `${status[0]}00` : status
      if (!/^\d{3}$/.test(code)) continue
      const content = this.#content(this.#references.follow(reply).content)
      replies[code] = { description: '', ...(Object.keys(content).length > 0 ? { content } : {}) }
    }
    return replies
  }
}

export function serversOf(value: unknown): { url: string }[] {
  return list(value).flatMap((server) => (isRaw(server) && typeof server.url === 'string' ? [{ url: server.url }] : []))
}

/** What an operation says of a parameter goes before what its path says. */
function unique(parameters: readonly Parameter[]): Parameter[] {
  return [...new Map(parameters.map((each) => [`${each.in} ${each.name}`, each])).values()]
}

/** A form of a GET or DELETE is its query: clients send no body with them. */
function asQuery(schema: Schema): Parameter[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: 'query',
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }))
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
