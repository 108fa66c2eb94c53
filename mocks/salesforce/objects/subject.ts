import type { Actor } from '../access/access.js'
import type { Field, SObject } from '../catalogue/catalogue.js'
import { fail, notFound } from '../errors.js'
import { noSuchColumn } from '../records/read-values.js'
import type { SalesforceWorld } from '../world.js'

/** The object that a path names, in any case. @throws NOT_FOUND (404) where it is not there or not to be seen */
export function subjectOf(world: SalesforceWorld, actor: Actor, name: string): SObject {
  const object = world.catalogue.object(name)
  if (!object || !actor.access.readsObject(object)) throw notFound()
  return object
}

/** The fields of `?fields=Name,Phone`, or undefined where all are asked for. Id comes with them. @throws INVALID_FIELD (400) */
export function fieldsAsked(actor: Actor, object: SObject, query: Record<string, unknown>): Field[] | undefined {
  if (typeof query.fields !== 'string' || query.fields.trim() === '') return undefined
  const fields = query.fields.split(',').map((part) => {
    const field = object.field(part.trim())
    if (!field || !actor.access.readsField(object, field)) throw noSuchColumn(object, part.trim())
    return field
  })
  const id = object.field('Id')
  return id && !fields.includes(id) ? [...fields, id] : fields
}

/** The body of a request that is one record. @throws JSON_PARSER_ERROR (400) */
export function recordBody(body: unknown): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Record<string, unknown>
  throw fail(400, 'JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.')
}
