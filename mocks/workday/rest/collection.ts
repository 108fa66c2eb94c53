import type { Behaviour, CallFacts } from '../../../src/engine/kit.js'
import { type OperationKey, operation } from '../api.js'
import { notFound } from '../errors.js'
import type { WorkdayWorld } from '../world.js'
import { type Fields, numberIn } from './body.js'
import { boundsOf } from './page.js'

/** What a list is asked with. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query: Fields
  readonly call: CallFacts
}

/** A list and the retrieval of one of it. Only what is on the page is rendered. */
export interface Collection<T> {
  readonly list: OperationKey
  readonly one: OperationKey
  readonly all: (world: WorkdayWorld, asked: Asked) => readonly T[]
  readonly idOf: (item: T) => string
  /** Where looking through all would take long, or the id has other forms. */
  readonly find?: (world: WorkdayWorld, id: string, asked: Asked) => T | undefined
  readonly render: (world: WorkdayWorld, item: T) => unknown
  /** Where a list tells less than one alone. */
  readonly renderInList?: (world: WorkdayWorld, item: T) => unknown
}

/** @throws 404 for one that there is not @source facts A2 (read 2026-11-23) */
export function collection<T>({
  list,
  one,
  all,
  idOf,
  find,
  render,
  renderInList = render,
}: Collection<T>): readonly Behaviour[] {
  return [
    operation(list, (asked, world) => pageIn(asked.query, all(world, asked), (item) => renderInList(world, item))),
    operation(one, (asked, world) => {
      const id = lastOf(asked.params)
      const item = find ? find(world, id, asked) : all(world, asked).find((each) => idOf(each) === id)
      if (item === undefined) throw notFound()
      return render(world, item)
    }),
  ]
}

/** A page of what is given, as the query asks for. */
export function pageIn<T>(
  query: Fields,
  all: readonly T[],
  render: (item: T) => unknown,
  most?: number,
): { total: number; data: unknown[] } {
  const [limit, offset] = [numberIn(query, 'limit'), numberIn(query, 'offset')]
  const asked = { ...(limit !== undefined && { limit }), ...(offset !== undefined && { offset }) }
  const bounds = boundsOf(most === undefined ? asked : { limit: most, ...asked }, most)
  return { total: all.length, data: all.slice(bounds.offset, bounds.offset + bounds.limit).map(render) }
}

/** The id that a path ends with, and the one before it: services write their names in two ways. */
export function lastOf(params: Readonly<Record<string, string>>): string {
  return params.subresourceID ?? ownerOf(params)
}

export function ownerOf(params: Readonly<Record<string, string>>): string {
  return params.ID ?? params.id ?? ''
}
