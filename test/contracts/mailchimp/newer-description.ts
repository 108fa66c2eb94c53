import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../../src/engine/generated.js'

interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly nullable?: boolean
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

interface Document {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly post: {
          readonly responses: Record<string, { readonly content: Record<string, { readonly schema: Schema }> }>
        }
      }
    >
  >
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const shared = process.env.STANDIN_SHARED ?? join(packageRoot(), '..', 'shared')
const file = join(shared, 'data', 'mailchimp', 'transactional.openapi.json')

/** The vendor's own description of Transactional 1.4, where it is at hand: it is not part of this project. */
export function newerDescription(): Document | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Document) : undefined
}

/** What of an answer does not fit: types, what must be there, and what may stand there. Null counts as absent where it may be. */
export function misfits(document: Document, path: string, answer: unknown): string[] {
  const schema = document.paths[path]?.post.responses['200']?.content['application/json']?.schema
  return schema ? check(document, schema, answer, path) : [`${path}: not described`]
}

function check(document: Document, given: Schema, value: unknown, at: string): string[] {
  const schema = resolve(document, given)
  if (schema.oneOf) {
    const tried = schema.oneOf.map((branch) => check(document, branch, value, at))
    return tried.find((found) => found.length === 0) ?? tried[0] ?? []
  }
  const parts = (schema.allOf ?? []).flatMap((part) => check(document, part, value, at))
  const types = [schema.type ?? []].flat()
  if (value === null && (schema.nullable || types.includes('null') || types.length === 0)) return parts
  if (types.length > 0 && !types.some((type) => isOf(type, value)))
    return [...parts, `${at}: ${JSON.stringify(value)} is no ${types}`]
  if (schema.enum && !schema.enum.includes(value)) parts.push(`${at}: '${value}' is not among ${schema.enum}`)
  if (Array.isArray(value)) {
    return [
      ...parts,
      ...value.flatMap((item, i) => (schema.items ? check(document, schema.items, item, `${at}[${i}]`) : [])),
    ]
  }
  return [...parts, ...checkObject(document, schema, value, at)]
}

function checkObject(document: Document, schema: Schema, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  const fields = value as Record<string, unknown>
  const required = new Set(schema.required)
  const missing = [...required].filter((name) => fields[name] === undefined).map((name) => `${at}.${name}: missing`)
  const wrong = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const inner = fields[name]
    const absent = inner === undefined || (inner === null && !required.has(name))
    return absent ? [] : check(document, property, inner, `${at}.${name}`)
  })
  return [...missing, ...wrong]
}

function resolve(document: Document, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (document.components.schemas[name] ?? {})
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return type === 'null' ? value === null : typeof value === type
}
