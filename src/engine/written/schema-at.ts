import type { z } from 'zod'

interface Def {
  readonly type: string
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly valueType?: z.ZodType
  readonly items?: readonly z.ZodType[]
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly options?: readonly z.ZodType[]
  readonly discriminator?: string
}

/** The schemas that could hold at a path of a value: one, or those of a union that the value does not rule out. */
export function schemasAt(root: z.ZodType, value: unknown, path: readonly PropertyKey[]): z.ZodType[] {
  let at = branches(root, value)
  let seen = value
  for (const key of path) {
    seen = member(seen, key)
    const inner = at.flatMap((schema) => within(schema, key))
    at = inner.flatMap((schema) => branches(schema, seen))
  }
  return at
}

/** Names that an object there may have. */
export function keysAt(root: z.ZodType, value: unknown, path: readonly PropertyKey[]): string[] {
  return [...new Set(schemasAt(root, value, path).flatMap((schema) => Object.keys(defOf(schema).shape ?? {})))]
}

/** The values that tell the branches of a union apart, where the one at this path fits none. */
export function discriminants(root: z.ZodType, value: unknown, path: readonly PropertyKey[]): string[] {
  const key = String(path[path.length - 1])
  const parent = schemasAt(root, value, path.slice(0, -1))
  const found = parent.map((schema) => defOf(schema).shape?.[key]).filter((schema) => schema !== undefined)
  return [...new Set(found.flatMap((schema) => [...((schema as { values?: Set<unknown> }).values ?? [])].map(String)))]
}

export function member(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined
}

function within(schema: z.ZodType, key: PropertyKey): z.ZodType[] {
  const { shape, element, valueType, items } = defOf(schema)
  const found = shape?.[String(key)] ?? element ?? valueType ?? items?.[Number(key)]
  return found ? [found] : []
}

/** Without what is around it (optional, default); of a union each branch that a discriminator does not rule out. */
function branches(schema: z.ZodType, value: unknown): z.ZodType[] {
  const { type, innerType, options, discriminator } = defOf(schema)
  if (innerType) return branches(innerType, value)
  if (type !== 'union' || !options) return [schema]
  const all = options.flatMap((option) => branches(option, value))
  if (discriminator === undefined) return all
  const wanted = member(value, discriminator)
  const fitting = all.filter((option) => {
    const field = defOf(option).shape?.[discriminator] as { values?: Set<unknown> } | undefined
    return field?.values?.has(wanted)
  })
  return fitting.length > 0 ? fitting : all
}

function defOf(schema: z.ZodType): Def {
  return schema.def as unknown as Def
}
