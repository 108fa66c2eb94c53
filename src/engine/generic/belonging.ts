import { type Context, missing, type Resource } from './context.js'
import type { Parent } from './plan.js'

/** Of what a row belongs to, where none of its own fields says so: its id, and that of what it is inside of. */
interface Belonging {
  readonly id: string
  readonly parent: string
}

/** The fields of a new row that say what it belongs to. */
export function belongingFields(fields: ReadonlySet<string>, parent: Parent, id: string): Record<string, unknown> {
  const field = fieldFor(fields, parent)
  return field === undefined ? {} : { [field]: id }
}

function fieldFor(fields: ReadonlySet<string>, { types, param }: Parent): string | undefined {
  const names = types.flatMap((type) => [type, type.slice(type.lastIndexOf('.') + 1)])
  return [...names, param].find((name) => name !== 'id' && fields.has(name))
}

/** Notes what a row belongs to, for rows that do not say so themselves. */
export function noteBelonging({ world }: Context, type: string, id: string, parent: string): void {
  world.table<Belonging>(`_in:${type}`).put({ id, parent })
}

/** Whether a row belongs to `parent`, as far as that is known. */
export function belongs({ world }: Context, type: string, row: Resource, parent: Parent, id: string): boolean {
  const field = fieldFor(new Set(Object.keys(row)), parent)
  const named = field === undefined ? undefined : idOf(row[field])
  if (named !== undefined) return named === id
  const noted = world.table<Belonging>(`_in:${type}`).find(row.id)
  return noted !== undefined && noted.parent === id
}

function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  const { id } = (value ?? {}) as { id?: unknown }
  return typeof id === 'string' ? id : undefined
}

/** @throws the vendor's error where the row is there, but inside of something else than the path says */
export function checkBelongs(
  context: Context,
  type: string,
  row: Resource,
  parent: Parent | undefined,
  param: string,
): void {
  if (!parent) return
  const id = context.call.params[parent.param] ?? ''
  const field = fieldFor(new Set(Object.keys(row)), parent)
  const noted = context.world.table<Belonging>(`_in:${type}`).find(row.id)
  const named = (field === undefined ? undefined : idOf(row[field])) ?? noted?.parent
  if (named !== id) throw missing(context, [type], row.id, param, true)
}
