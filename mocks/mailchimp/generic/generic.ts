import { type Call, type Operation, type OwnGeneric, reply } from '../../../src/engine/kit.js'
import { beforeCreate, shown } from '../ecommerce/parts.js'
import { problem } from '../errors.js'
import type { ApiResource } from '../resources/api-resource.js'
import { completed } from '../resources/complete.js'
import { linksOf } from '../resources/links.js'
import { merged } from '../resources/merge.js'
import { listRows } from '../resources/paging.js'
import { removeBelow } from '../resources/remove-below.js'
import { keyOf } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import { apart, childItem, childNames, putChildren } from './children.js'
import { newIdFor, ownIdOf } from './ids.js'
import { type Plan, planOf } from './plan.js'
import { blankRow, checkParents, findRow, tableName, tableOf } from './rows.js'

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
    if (answer === undefined || !operation.success)
      return reply({ status: answer === undefined ? 204 : 200, body: answer })
    return completed(world.description, operation.key, answer)
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
      return render(call, world, plan.item, findRow(world, plan.item, ids))
    case 'update':
      return render(call, world, plan.item, change(call, world, plan.item, ids))
    case 'upsert':
      return tableOf(world, plan.item).has(keyOf(...ids))
        ? render(call, world, plan.item, change(call, world, plan.item, ids))
        : create(call, world, plan.item, ids.slice(0, -1), ids.at(-1))
    case 'delete': {
      const { id } = findRow(world, plan.item, ids)
      removeBelow(world, tableName(plan.item), id)
      tableOf(world, plan.item).delete(id)
      return undefined
    }
    default:
      checkParents(world, operation.path, ids)
      return { _links: linksOf(world.description, call.origin, operation.path, ids) }
  }
}

function list(
  call: Call,
  world: MailchimpWorld,
  { plural, item }: Extract<Plan, { kind: 'list' }>,
  ids: readonly string[],
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

function create(call: Call, world: MailchimpWorld, item: string, parents: readonly string[], given?: string): unknown {
  checkParents(world, item.slice(0, item.lastIndexOf('/')), parents)
  const sent = (call.body ?? {}) as Record<string, unknown>
  const own = given ?? ownIdOf(item, sent)
  const table = tableOf(world, item)
  if (own !== undefined && table.has(keyOf(...parents, own))) throw taken(item, own)
  beforeCreate(world, item, parents, sent)
  const [name, id] = own === undefined ? newIdFor(world, item) : [undefined, own]
  const [wire, children] = apart(world, item, {
    ...blankRow(world, item),
    ...sent,
    ...parentFields(item, parents),
    ...(name !== undefined && { [name]: id }),
  })
  const row = table.insert({ id: keyOf(...parents, String(id)), parent: keyOf(...parents), wire })
  putChildren(world, item, row, children)
  return render(call, world, item, row)
}

function change(call: Call, world: MailchimpWorld, item: string, ids: readonly string[]): ApiResource {
  const row = findRow(world, item, ids)
  const stamped = Object.hasOwn(row.wire, 'updated_at') ? { updated_at: world.now() } : {}
  const [patch, children] = apart(world, item, (call.body ?? {}) as Record<string, unknown>)
  putChildren(world, item, row, children)
  return tableOf(world, item).put({ ...row, wire: { ...merged(row.wire, patch), ...stamped } })
}

/** @unverified wording */
function taken(item: string, id: string) {
  const noun = tableName(item).split('/').at(-1)?.replace(/s$/, '')
  return problem('BadRequest', { detail: `A ${noun} with the provided ID ${id} already exists.` })
}

function render(call: Call, world: MailchimpWorld, item: string, row: ApiResource): Record<string, unknown> {
  const children = childNames(world, item).map((name) => {
    const path = childItem(world, item, name)
    const rows = tableOf(world, path).where('parent', row.id)
    return [name, rows.map((child) => render(call, world, path, child))] as const
  })
  const links = linksOf(world.description, call.origin, item, row.id.split('/'))
  return { ...shown(world, item, row), ...Object.fromEntries(children), _links: links }
}

/** Ids in the path that are fields of the row too. */
function parentFields(item: string, parents: readonly string[]): Record<string, string> {
  const names = [...item.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '')
  return Object.fromEntries(parents.map((id, i) => [names[i] ?? '', id]))
}
