import type { Description } from '../../../../src/engine/description/description.js'
import type { Schema } from '../../../../src/engine/description/document.js'
import type { Operation } from '../../../../src/engine/description/operation.js'
import { plainValue } from './values.js'

/** Gives the id of a resource that the parameter of this name refers to, if it refers to one. */
export type Refer = (name: string) => Promise<string | undefined>

/** The least request that an operation takes: what it requires, references leading to what is there. */
export async function leastParameters(
  description: Description,
  operation: Operation,
  given: Readonly<Record<string, unknown>>,
  refer: Refer,
  now: number,
): Promise<Record<string, unknown>> {
  const schema = operation.method === 'GET' || !operation.body ? operation.querySchema : operation.body.schema
  const json = operation.body?.mediaType.includes('json') ?? false
  const fill = async (at: Schema, name: string, depth: number): Promise<unknown> => {
    const resolved = description.resolve(at)
    if (resolved.const !== undefined) return resolved.const
    if (resolved.enum) return resolved.enum.find((value) => value !== '' && value !== null)
    const branches = resolved.anyOf ?? resolved.oneOf
    if (branches) return fill(meant(branches), name, depth)
    if (resolved.type === 'array') return resolved.items ? [await fill(resolved.items, name, depth + 1)] : []
    if (resolved.properties) return object(resolved, depth + 1, !json)
    if (resolved.type === 'object') return {}
    const id = resolved.type === 'string' ? await refer(name) : undefined
    return id ?? plainValue(name, resolved, now)
  }
  const object = async (at: Schema, depth: number, something: boolean): Promise<Record<string, unknown>> => {
    const out: Record<string, unknown> = {}
    // A form has no way to write an object with nothing in it.
    const [first] = Object.keys(at.properties ?? {})
    const keys = at.required ?? (something && first !== undefined ? [first] : [])
    for (const key of depth > 8 ? [] : keys) {
      const property = at.properties?.[key]
      if (property && !(depth === 0 && Object.hasOwn(given, key))) out[key] = await fill(property, key, depth)
    }
    return out
  }
  return { ...(await object(description.resolve(schema), 0, false)), ...given }
}

function meant(branches: readonly Schema[]): Schema {
  return (
    branches.find((branch) => branch.type !== 'null' && !(branch.enum?.length === 1 && branch.enum[0] === '')) ?? {}
  )
}

/** As Stripe's SDKs write a form: `a[b]=1`, `a[0]=x`. */
export function toForm(value: unknown, name = ''): string {
  if (value === undefined) return ''
  if (typeof value !== 'object' || value === null)
    return `${encodeURIComponent(name)}=${encodeURIComponent(value === null ? '' : String(value))}`
  return Object.entries(value)
    .map(([key, inner]) => toForm(inner, name ? `${name}[${key}]` : key))
    .filter((part) => part !== '')
    .join('&')
}
