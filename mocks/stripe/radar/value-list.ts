import type { ValueList, ValueListItem } from '../api.js'
import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

export const valueListsOf = (world: StripeWorld) => world.collection<ValueList>('radar.value_list')
export const itemsOf = (world: StripeWorld) => world.collection<ValueListItem>('radar.value_list_item')

const SHOWN = 10

/** The list with the newest of its items in it. */
export function withItems(list: ValueList, world: StripeWorld): ValueList {
  const items = itemsOf(world).where('value_list', list.id).reverse()
  const { url } = list.list_items
  return { ...list, list_items: { object: 'list', data: items.slice(0, SHOWN), has_more: items.length > SHOWN, url } }
}

/** An alias is what rules call a list by, `@alias`. @throws one that is taken or is none (400) @unverified wording */
export function checkAlias(alias: string, world: StripeWorld, own?: string): void {
  if (!/^\w+$/.test(alias))
    throw invalidRequest(`Invalid alias: '${alias}'; use letters, digits and underscores.`, { param: 'alias' })
  if (
    valueListsOf(world)
      .all()
      .some((list) => list.alias === alias && list.id !== own)
  )
    throw invalidRequest(`A value list with the alias '${alias}' already exists.`, { param: 'alias' })
}

/** What values of a type look like. @source https://docs.stripe.com/radar/lists (read 2026-11) @unverified the exact forms */
const FORMS: Readonly<Record<string, RegExp>> = {
  account: /^acct_\w+$/,
  card_bin: /^\d{6,8}$/,
  card_fingerprint: /^[A-Za-z0-9]{16}$/,
  country: /^[A-Za-z]{2}$/,
  customer_id: /^cus_\w+$/,
  email: /^[^\s@]+@[^\s@]+$/,
  ip_address: /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f:]+:[\da-f:.]*)(?:\/\d{1,3})?$/i,
}

/** @throws a value that is not of the list's type, or in it already (400) @unverified wording */
export function checkValue(value: string, list: ValueList, world: StripeWorld): void {
  const form = FORMS[list.item_type]
  if (form && !form.test(value))
    throw invalidRequest(`Invalid value: '${value}' is no ${list.item_type}.`, { param: 'value' })
  const folded = fold(value, list)
  if (
    itemsOf(world)
      .where('value_list', list.id)
      .some((item) => fold(item.value, list) === folded)
  )
    throw invalidRequest(`The value '${value}' already exists in this value list.`, { param: 'value' })
}

function fold(value: string, { item_type }: ValueList): string {
  return item_type === 'case_sensitive_string' ? value : value.toLowerCase()
}
