import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

test('a list is made under its alias and shows its items', async () => {
  const { stripe } = await stripeWorld()
  const { valueLists, valueListItems } = stripe.radar

  const list = await valueLists.create({ alias: 'blocked', name: 'Blocked', item_type: 'email' })
  const item = await valueListItems.create({ value_list: list.id, value: 'eve@shop.example' })

  expect(list).toMatchObject({ id: expect.stringMatching(/^rsl_/), alias: 'blocked', item_type: 'email' })
  expect((await valueLists.retrieve(list.id)).list_items.data.map(({ value }) => value)).toEqual(['eve@shop.example'])
  expect((await valueLists.list({ contains: 'eve@shop.example' })).data).toHaveLength(1)
  expect((await valueLists.list({ contains: 'ada@shop.example' })).data).toEqual([])
  expect((await valueLists.list({ alias: 'blocked' })).data).toHaveLength(1)
  expect((await valueListItems.list({ value_list: list.id })).data).toHaveLength(1)
  expect(await valueListItems.del(item.id)).toMatchObject({ deleted: true })
  expect((await valueLists.retrieve(list.id)).list_items.data).toEqual([])
})

test('an alias and a value are there once, and a value is of the list’s type', async () => {
  const { stripe } = await stripeWorld()
  const { valueLists, valueListItems } = stripe.radar
  const emails = await valueLists.create({ alias: 'emails', name: 'Emails', item_type: 'email' })
  const exact = await valueLists.create({ alias: 'exact', name: 'Exact', item_type: 'case_sensitive_string' })
  await valueListItems.create({ value_list: emails.id, value: 'eve@shop.example' })
  await valueListItems.create({ value_list: exact.id, value: 'Eve' })

  expect((await errorOf(valueLists.create({ alias: 'emails', name: 'Again' }))).param).toBe('alias')
  expect((await errorOf(valueLists.update(exact.id, { alias: 'emails' }))).param).toBe('alias')
  expect((await errorOf(valueLists.create({ alias: 'no good', name: 'No' }))).param).toBe('alias')
  expect((await errorOf(valueListItems.create({ value_list: emails.id, value: 'EVE@shop.example' }))).param).toBe(
    'value',
  )
  expect(await valueListItems.create({ value_list: exact.id, value: 'EVE' })).toMatchObject({ value: 'EVE' })
  expect((await errorOf(valueListItems.create({ value_list: emails.id, value: 'nobody' }))).message).toContain(
    'is no email',
  )
  expect((await errorOf(valueListItems.create({ value_list: 'rsl_none', value: 'x' }))).code).toBe('resource_missing')
})

test('a list goes with its items', async () => {
  const { stripe } = await stripeWorld()
  const list = await stripe.radar.valueLists.create({ alias: 'gone', name: 'Gone' })
  const item = await stripe.radar.valueListItems.create({ value_list: list.id, value: 'x' })

  expect(await stripe.radar.valueLists.del(list.id)).toMatchObject({ deleted: true })
  expect((await errorOf(stripe.radar.valueListItems.retrieve(item.id))).statusCode).toBe(404)
})
