import type { Row } from '../../../src/engine/kit.js'
import type { SObject } from '../catalogue/catalogue.js'
import type { SalesforceWorld } from '../world.js'

/** That a user looked at a record; the newest last. */
interface Viewed extends Row {
  readonly user: string
  readonly record: string
  readonly object: string
}

/** Notes that a user looked at a record, as creating it and `FOR VIEW` do. */
export function markViewed(world: SalesforceWorld, userId: string, object: SObject, id: string): void {
  const table = viewed(world)
  const key = `${userId}/${id}`
  table.delete(key)
  table.insert({ id: key, user: userId, record: id, object: object.name })
}

/** What a user looked at last, the newest first: at most `limit`, of one object or of all. */
export function recentOf(
  world: SalesforceWorld,
  userId: string,
  limit: number,
  objectName?: string,
): readonly { readonly object: string; readonly id: string }[] {
  const { rows } = viewed(world).page({
    limit,
    where: ['user', userId],
    filter: ({ object, record }) =>
      (objectName === undefined || object === objectName) && world.live(object, record) !== undefined,
  })
  return rows.map(({ object, record }) => ({ object, id: record }))
}

function viewed(world: SalesforceWorld) {
  const table = world.port.table<Viewed>('_viewed')
  table.index('user')
  return table
}
