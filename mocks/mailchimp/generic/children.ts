import type { ApiResource } from '../resources/api-resource.js'
import { keyOf } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import { blankRow, tableOf } from './rows.js'

type Wire = Readonly<Record<string, unknown>>

/** Names of the lists inside a resource that are collections of their own too: the lines of an order, the variants of a product. */
export function childNames(world: MailchimpWorld, item: string): string[] {
  return world.description.operations.flatMap(({ method, path }) => {
    const rest = path.startsWith(`${item}/`) ? path.slice(item.length + 1) : ''
    return method === 'POST' && rest !== '' && !rest.includes('/') ? [rest] : []
  })
}

/** The path of one of such a list. */
export function childItem(world: MailchimpWorld, item: string, name: string): string {
  const start = `${item}/${name}/`
  const found = world.description.operations.find(
    ({ path }) => path.startsWith(`${start}{`) && !path.slice(start.length).includes('/'),
  )
  return found?.path ?? `${start}{id}`
}

/** A resource without those lists, and the lists. */
export function apart(
  world: MailchimpWorld,
  item: string,
  wire: Wire,
): [whole: Wire, children: Record<string, Wire[]>] {
  const names = childNames(world, item).filter((name) => Array.isArray(wire[name]))
  const children = Object.fromEntries(names.map((name) => [name, wire[name] as Wire[]]))
  return [Object.fromEntries(Object.entries(wire).filter(([name]) => !names.includes(name))), children]
}

/** Each list takes the place of what was there. */
export function putChildren(
  world: MailchimpWorld,
  item: string,
  row: ApiResource,
  children: Readonly<Record<string, readonly Wire[]>>,
): void {
  for (const [name, list] of Object.entries(children)) {
    const path = childItem(world, item, name)
    const table = tableOf(world, path)
    for (const { id } of table.where('parent', row.id)) table.delete(id)
    for (const child of list) {
      const id = String(child.id ?? world.port.random.hex(10))
      table.put({ id: keyOf(row.id, id), parent: row.id, wire: { ...blankRow(world, path), ...child, id } })
    }
  }
}
