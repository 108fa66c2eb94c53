import { refName, type Schema } from '../../../contracts/document.js'

/** One way in which a value does not fit a schema. */
interface Misfit {
  path: string
  kind: 'type' | 'enum' | 'unknown property' | 'missing property'
}

/** Every misfit of a value; a property the schema does not name is one, though JSON Schema would let it pass. */
export function misfits(value: unknown, schema: Schema, schemas: Record<string, Schema>, path = ''): Misfit[] {
  if (schema.$ref) {
    const target = schemas[refName(schema.$ref) ?? '']
    if (!target) throw new Error(`${path} refers to ${schema.$ref}, which does not exist`)
    return misfits(value, target, schemas, path)
  }
  if (schema.anyOf) {
    const branches = schema.anyOf.map((branch) => misfits(value, branch, schemas, path))
    return branches.reduce((best, branch) => (weight(branch) < weight(best) ? branch : best))
  }
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(value, type))) {
    return [{ path, kind: 'type' }]
  }
  if (schema.enum && !schema.enum.some((member) => member === value)) return [{ path, kind: 'enum' }]
  if (Array.isArray(value)) {
    const { items } = schema
    return items ? value.flatMap((member, index) => misfits(member, items, schemas, `${path}[${index}]`)) : []
  }
  return isRecord(value) ? objectMisfits(value, schema, schemas, path) : []
}

function objectMisfits(
  value: Record<string, unknown>,
  schema: Schema,
  schemas: Record<string, Schema>,
  path: string,
): Misfit[] {
  if (schema.type === undefined) return []
  const found: Misfit[] = []
  for (const name of schema.required ?? []) {
    if (!(name in value)) found.push({ path: `${path}.${name}`, kind: 'missing property' })
  }
  for (const [name, member] of Object.entries(value)) {
    const declared = schema.properties?.[name] ?? schema.additionalProperties
    const at = `${path}.${name}`
    if (typeof declared === 'object') found.push(...misfits(member, declared, schemas, at))
    else if (declared !== true) found.push({ path: at, kind: 'unknown property' })
  }
  return found
}

/** A missing property weighs least: it is what tells a newer schema from an older value. */
function weight(found: Misfit[]): number {
  return found.reduce((sum, { kind }) => sum + (kind === 'missing property' ? 1 : 100), 0)
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isRecord(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
