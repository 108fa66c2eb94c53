import { type Behaviour, behavioursOf, type Row } from '../../../src/engine/kit.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

/** A resource as rows of any type are: its fields are those of its description. */
export type Resource = Row & Readonly<Record<string, unknown>>
type Body = Readonly<Record<string, unknown>>

/** One column of a lifecycle: what an operation does to a resource, and in which states Stripe lets it. */
export interface Action {
  /** States in which it is allowed; in all others it is refused. */
  readonly from: readonly string[]
  /** The state that it leads to; without one the state stays. */
  readonly to?: string
  /** Fields that change besides. */
  readonly set?: (row: Resource, body: Body, world: StripeWorld) => Readonly<Record<string, unknown>>
  /** Types of the events that tell of it. */
  readonly events?: readonly string[]
}

/** The lifecycle of a type of resource: operations by key. */
export interface Family {
  /** The value of its `object` field. */
  readonly type: string
  /** Where its state stands: `status`, or a path as `shipping.status`. */
  readonly state: string
  readonly states: readonly string[]
  readonly actions: Readonly<Record<string, Action>>
}

const untyped = behavioursOf<object, string, StripeWorld>()

/** @throws resource_missing (404), status_transition_invalid (400) @unverified the sentence, and that code for each of them */
export function actionsOf(family: Family): Behaviour[] {
  return Object.entries(family.actions).map(([key, action]) =>
    untyped.behaviour(key, ({ params, body }, world) => {
      const [param = 'id', id = ''] = Object.entries(params).at(-1) ?? []
      const row = world.collection<Resource>(family.type).get(id, param)
      return act(family, key, action, row, (body ?? {}) as Body, world)
    }),
  )
}

function act(family: Family, key: string, action: Action, row: Resource, body: Body, world: StripeWorld): Resource {
  const state = stateOf(row, family.state)
  if (!action.from.includes(state)) throw refusedIn(family, key, action, state)
  const moved = action.to === undefined ? {} : withState(row, family.state, action.to)
  const rows = world.collection<Resource>(family.type)
  const changed = rows.put({ ...row, ...moved, ...action.set?.({ ...row, ...moved }, body, world) })
  for (const event of action.events ?? []) world.emit(event, changed, row)
  return changed
}

/** The state of a row: the value at the family's path, a boolean as its name, `none` where there is nothing. */
export function stateOf(row: Resource, path: string): string {
  let at: unknown = row
  for (const step of path.split('.')) at = (at as Record<string, unknown> | null | undefined)?.[step]
  if (typeof at === 'boolean') return String(at)
  return typeof at === 'string' && at !== '' ? at : 'none'
}

/** The fields of a row that put it into a state. */
export function withState(row: Resource, path: string, state: string): Record<string, unknown> {
  const [first = '', inner] = path.split('.')
  const value = state === 'none' ? null : state === 'true' || state === 'false' ? state === 'true' : state
  if (inner === undefined) return { [first]: value }
  return { [first]: state === 'none' ? null : { ...(row[first] as object | null), [inner]: value } }
}

function refusedIn({ type, state: path }: Family, key: string, { from }: Action, state: string) {
  const verb = key.slice(key.lastIndexOf('/') + 1)
  const noun = type.slice(type.lastIndexOf('.') + 1).replaceAll('_', ' ')
  return invalidRequest(
    `You cannot ${verb} this ${noun} because its ${path} is ${state}. It must be one of: ${from.join(', ')}.`,
    { code: 'status_transition_invalid' },
  )
}
