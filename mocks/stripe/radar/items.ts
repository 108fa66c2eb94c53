import { behaviour } from '../api.js'
import { checkValue, itemsOf, valueListsOf } from './value-list.js'

/** @throws resource_missing, a value that is not of the list's type or is in it already (400) @source https://docs.stripe.com/api/radar/value_list_items/create (read 2026-11) */
export const createValueListItem = behaviour('POST /v1/radar/value_list_items', ({ body }, world) => {
  const list = valueListsOf(world).named(body.value_list, 'value_list')
  checkValue(body.value, list, world)
  return itemsOf(world).insert({
    id: world.id('rsli'),
    object: 'radar.value_list_item',
    created: world.now(),
    created_by: 'api',
    livemode: false,
    value: body.value,
    value_list: list.id,
  })
})
