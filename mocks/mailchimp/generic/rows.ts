import { minimalOf, type Table } from '../../../src/engine/kit.js'
import { problem } from '../errors.js'
import type { ApiResource } from '../resources/api-resource.js'
import { keyOf, type ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import { isTime } from './ids.js'

/** What is found under another path too. */
const ALIASES: Readonly<Record<string, string>> = { '/3.0/reports/{campaign_id}': 'campaigns' }

/** A table is called as the path of its rows, without what stands for ids. */
export function tableName(item: string): string {
  return item
    .replace(/^\/3\.0\//, '')
    .split('/')
    .filter((part) => !part.startsWith('{'))
    .join('/')
}

export function tableOf(world: MailchimpWorld, item: string): Table<ApiResource> {
  return world.resources<ApiResource>(tableName(item))
}

/** @throws ResourceNotFound (404) */
export function findRow(world: MailchimpWorld, item: string, ids: readonly string[]): ApiResource {
  const row = tableOf(world, item).find(keyOf(...ids))
  if (!row) throw problem('ResourceNotFound')
  return row
}

/** What is named in the path has to be there: it is another noun's row, of a kind of its own. @throws ResourceNotFound (404) */
export function checkParents(world: MailchimpWorld, path: string, ids: readonly string[]): void {
  const parts = path.split('/')
  let seen = 0
  parts.forEach((part, i) => {
    if (!part.startsWith('{')) return
    seen++
    const item = parts.slice(0, i + 1).join('/')
    if (!world.description.operation(`GET ${item}`)) return
    const table = world.resources<ResourceRow>(ALIASES[item] ?? tableName(item))
    if (!table.has(keyOf(...ids.slice(0, seen)))) throw problem('ResourceNotFound')
  })
}

function schemaOf(world: MailchimpWorld, item: string) {
  const { description } = world
  const collection = item.slice(0, item.lastIndexOf('/'))
  return (description.operation(`GET ${item}`) ?? description.operation(`POST ${collection}`))?.success?.schema
}

/** What a new row has where nothing is said: all that is described, empty, and the times at which it was made. */
export function blankRow(world: MailchimpWorld, item: string): Record<string, unknown> {
  const schema = schemaOf(world, item)
  if (!schema) return {}
  const { properties = {} } = world.description.resolve(schema)
  const times = Object.keys(properties).filter(isTime)
  const blank = minimalOf(world.description, schema) as Record<string, unknown>
  return { ...blank, ...Object.fromEntries(times.map((name) => [name, world.now()])) }
}
