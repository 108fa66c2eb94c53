import { type Call, minimalOf, type Operation, type OwnGeneric, reply } from '../../../src/engine/kit.js'
import { problem } from '../errors.js'
import type { ApiResource } from '../resources/api-resource.js'
import { completed } from '../resources/complete.js'
import { linksOf } from '../resources/links.js'
import { merged } from '../resources/merge.js'
import { listRows } from '../resources/paging.js'
import { keyOf, type ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import { isTime, newIdFor, ownIdOf } from './ids.js'
import { type Plan, planOf } from './plan.js'

/** Operations without a behaviour: rows by path, complete as described, with what was sent in them. */
export const generic: OwnGeneric<MailchimpWorld> = {
  refuses: (operation, description) => {
    if (!operation.path.startsWith('/3.0')) return 'it has no behaviour yet'
    const plan = planOf(description, operation)
    return plan.kind === 'none' ? plan.why : undefined
  },
  answer: (call, world) => {
    const { operation } = call
    if (!operation) return undefined
    const answer = answerOf(call, operation, world)
    return answer === undefined ? reply({ status: 204 }) : completed(world.description, operation.key, answer)
  },
}

function answerOf(call: Call, operation: Operation, world: MailchimpWorld): unknown {
  const plan = planOf(world.description, operation)
  const ids = Object.values(call.params)
  switch (plan.kind) {
    case 'list':
      return list(call, world, plan, ids)
    case 'create':
      return create(call, world, plan.item, ids)
    case 'retrieve':
      return render(call, world, plan.item, find(world, plan.item, ids))
    case 'update':
      return render(call, world, plan.item, change(call, world, plan.item, ids))
    case 'upsert':
      return tableOf(world, plan.item).has(keyOf(...ids))
        ? render(call, world, plan.item, change(call, world, plan.item, ids))
        : create(call, world, plan.item, ids.slice(0, -1), ids.at(-1))
    case 'delete':
      tableOf(world, plan.item).delete(find(world, plan.item, ids).id)
      return undefined
    default:
      checkParents(world, operation.path, ids)
      return { _links: linksOf(world.description, call.origin, operation.path, ids) }
  }
}

/** A table is called as the path of its rows, without what stands for ids. */
function tableName(item: string): string {
  return item
    .replace(/^\/3\.0\//, '')
    .split('/')
    .filter((part) => !part.startsWith('{'))
    .join('/')
}

function tableOf(world: MailchimpWorld, item: string) {
  return world.resources<ApiResource>(tableName(item))
}

/** @throws ResourceNotFound (404) */
function find(world: MailchimpWorld, item: string, ids: readonly string[]): ApiResource {
  const row = tableOf(world, item).find(keyOf(...ids))
  if (!row) throw problem('ResourceNotFound')
  return row
}

/** What is named in the path has to be there: it is another noun's row, of a kind of its own. @throws ResourceNotFound (404) */
function checkParents(world: MailchimpWorld, path: string, ids: readonly string[]): void {
  const parts = path.split('/')
  let seen = 0
  parts.forEach((part, i) => {
    if (!part.startsWith('{')) return
    seen++
    const item = parts.slice(0, i + 1).join('/')
    if (!world.description.operation(`GET ${item}`)) return
    if (!world.resources<ResourceRow>(tableName(item)).has(keyOf(...ids.slice(0, seen))))
      throw problem('ResourceNotFound')
  })
}

function list(
  call: Call,
  world: MailchimpWorld,
  { plural, item }: Extract<Plan, { kind: 'list' }>,
  ids: string[],
): unknown {
  const path = item.slice(0, item.lastIndexOf('/'))
  checkParents(world, path, ids)
  const { rows, total } = listRows(tableOf(world, item), keyOf(...ids), call.query, filterOf(call))
  return {
    ...call.params,
    [plural]: rows.map((row) => render(call, world, item, row)),
    total_items: total,
    _links: linksOf(world.description, call.origin, path, ids),
  }
}

const PAGING = new Set(['count', 'offset', 'fields', 'exclude_fields', 'sort_field', 'sort_dir'])

/** What is asked of a list narrows it where its rows have a field of that name. */
function filterOf({ query }: Call): ((row: ApiResource) => boolean) | undefined {
  const wanted = Object.entries(query).filter(([name]) => !PAGING.has(name))
  if (wanted.length === 0) return undefined
  return ({ wire }) => wanted.every(([name, value]) => !Object.hasOwn(wire, name) || wire[name] === value)
}

function create(call: Call, world: MailchimpWorld, item: string, parents: string[], given?: string): unknown {
  checkParents(world, item.slice(0, item.lastIndexOf('/')), parents)
  const sent = (call.body ?? {}) as Record<string, unknown>
  const own = given ?? ownIdOf(item, sent)
  const table = tableOf(world, item)
  if (own !== undefined && table.has(keyOf(...parents, own))) throw taken(item, own)
  const [name, id] = own === undefined ? newIdFor(world, item) : [undefined, own]
  const wire = {
    ...(empty(world, item) as object),
    ...stamps(world, item),
    ...sent,
    ...parentFields(item, parents),
    ...(name !== undefined && { [name]: id }),
  }
  const key = keyOf(...parents, String(id))
  return render(call, world, item, table.insert({ id: key, parent: keyOf(...parents), wire }))
}

function change(call: Call, world: MailchimpWorld, item: string, ids: readonly string[]): ApiResource {
  const row = find(world, item, ids)
  const stamped = Object.fromEntries(
    Object.keys(row.wire)
      .filter((name) => name === 'updated_at')
      .map((name) => [name, world.now()]),
  )
  const wire = { ...merged(row.wire, (call.body ?? {}) as object), ...stamped }
  return tableOf(world, item).put({ ...row, wire })
}

/** @unverified wording */
function taken(item: string, id: string) {
  const noun = tableName(item).split('/').at(-1)?.replace(/s$/, '')
  return problem('BadRequest', { detail: `A ${noun} with the provided ID ${id} already exists.` })
}

function render(call: Call, world: MailchimpWorld, item: string, row: ApiResource): Record<string, unknown> {
  return { ...row.wire, _links: linksOf(world.description, call.origin, item, row.id.split('/')) }
}

function schemaOf(world: MailchimpWorld, item: string) {
  const { description } = world
  const collection = item.slice(0, item.lastIndexOf('/'))
  return (description.operation(`GET ${item}`) ?? description.operation(`POST ${collection}`))?.success?.schema
}

function empty(world: MailchimpWorld, item: string): unknown {
  const schema = schemaOf(world, item)
  return schema ? minimalOf(world.description, schema) : {}
}

/** Times at which a row was made, as far as it has such fields. */
function stamps(world: MailchimpWorld, item: string): Record<string, string> {
  const schema = schemaOf(world, item)
  const { properties = {} } = schema ? world.description.resolve(schema) : {}
  return Object.fromEntries(
    Object.keys(properties)
      .filter(isTime)
      .map((name) => [name, world.now()]),
  )
}

/** Ids in the path that are fields of the row too. */
function parentFields(item: string, parents: readonly string[]): Record<string, string> {
  const names = [...item.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '')
  return Object.fromEntries(parents.map((id, i) => [names[i] ?? '', id]))
}
