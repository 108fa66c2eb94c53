import { behaviour, type Metadata } from '../api.js'
import { mergeMetadata } from '../metadata.js'
import { list } from '../paging.js'
import { checkAlias, itemsOf, valueListsOf, withItems } from './value-list.js'

/** @throws an alias that is taken (400) @source https://docs.stripe.com/api/radar/value_lists/create (read 2026-11) */
export const createValueList = behaviour('POST /v1/radar/value_lists', ({ body }, world) => {
  checkAlias(body.alias, world)
  const id = world.id('rsl')
  return valueListsOf(world).insert({
    id,
    object: 'radar.value_list',
    alias: body.alias,
    created: world.now(),
    created_by: 'api',
    item_type: body.item_type ?? 'string',
    list_items: { object: 'list', data: [], has_more: false, url: `/v1/radar/value_list_items?value_list=${id}` },
    livemode: false,
    metadata: mergeMetadata({}, body.metadata as Metadata),
    name: body.name,
  })
})

/** @throws resource_missing (404) @source https://docs.stripe.com/api/radar/value_lists/retrieve (read 2026-11) */
export const retrieveValueList = behaviour('GET /v1/radar/value_lists/{value_list}', ({ params }, world) =>
  withItems(valueListsOf(world).get(params.value_list, 'value_list'), world),
)

/** The type of its items stays what it was. @throws resource_missing (404), an alias that is taken (400) @source https://docs.stripe.com/api/radar/value_lists/update (read 2026-11) */
export const updateValueList = behaviour('POST /v1/radar/value_lists/{value_list}', ({ params, body = {} }, world) => {
  const found = valueListsOf(world).get(params.value_list, 'value_list')
  if (body.alias !== undefined) checkAlias(body.alias, world, found.id)
  const updated = valueListsOf(world).update(found.id, {
    alias: body.alias ?? found.alias,
    metadata: mergeMetadata(found.metadata as Metadata, body.metadata as Metadata),
    name: body.name ?? found.name,
  })
  return withItems(updated, world)
})

/** Deletes a list with its items. @throws resource_missing (404) @source https://docs.stripe.com/api/radar/value_lists/delete (read 2026-11) */
export const deleteValueList = behaviour('DELETE /v1/radar/value_lists/{value_list}', ({ params }, world) => {
  const { id } = valueListsOf(world).get(params.value_list, 'value_list')
  for (const item of itemsOf(world).where('value_list', id)) itemsOf(world).delete(item.id)
  valueListsOf(world).delete(id)
  return { id, object: 'radar.value_list' as const, deleted: true as const }
})

/** By alias, or those that hold a value. @source https://docs.stripe.com/api/radar/value_lists/list (read 2026-11) */
export const listValueLists = behaviour('GET /v1/radar/value_lists', ({ query }, world) => {
  const { alias, contains } = query
  const holding =
    contains &&
    new Set(
      itemsOf(world)
        .where('value', contains)
        .map((item) => item.value_list),
    )
  const page = list(valueListsOf(world), query, {
    url: '/v1/radar/value_lists',
    filter: (one) => (alias === undefined || one.alias === alias) && (!holding || holding.has(one.id)),
  })
  return { ...page, data: page.data.map((one) => withItems(one, world)) }
})
