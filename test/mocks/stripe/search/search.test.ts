import { beforeAll, expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../../support/stripe.js'

let shop: Awaited<ReturnType<typeof stripeWorld>>

beforeAll(async () => {
  shop = await stripeWorld()
  const { stripe } = shop
  await stripe.customers.create({
    name: 'Ada Byron',
    email: 'ada@shop.example',
    metadata: { tier: 'gold', 'a "b"': '1' },
  })
  await stripe.customers.create({ name: 'Emmy Noether', email: 'emmy@shop.example', metadata: { tier: 'silver' } })
  await stripe.customers.create({ name: 'Nobody' })
  await stripe.charges.create({ amount: 500, currency: 'usd', source: 'tok_visa' })
  await stripe.charges.create({ amount: 2500, currency: 'eur', source: 'tok_mastercard' })
})

async function names(query: string): Promise<(string | null | undefined)[]> {
  const { data } = await shop.stripe.customers.search({ query })
  return data.map(({ name }) => name).reverse()
}

async function amounts(query: string): Promise<number[]> {
  const { data } = await shop.stripe.charges.search({ query })
  return data.map(({ amount }) => amount).reverse()
}

test('a whole value is found whatever its case, in either quotes', async () => {
  expect(await names('email:"ADA@shop.example"')).toEqual(['Ada Byron'])
  expect(await names("name:'emmy noether'")).toEqual(['Emmy Noether'])
  expect(await names('email:"nobody@shop.example"')).toEqual([])
})

test('metadata, parts, what is absent and what is not', async () => {
  expect(await names('metadata["tier"]:"gold"')).toEqual(['Ada Byron'])
  expect(await names('metadata["a \\"b\\""]:"1"')).toEqual(['Ada Byron'])
  expect(await names('email~"@shop"')).toEqual(['Ada Byron', 'Emmy Noether'])
  expect(await names('email:null')).toEqual(['Nobody'])
  expect(await names('-email:null')).toEqual(['Ada Byron', 'Emmy Noether'])
  expect(await names('-metadata["tier"]:"gold"')).toEqual(['Emmy Noether', 'Nobody'])
})

test('numbers compare', async () => {
  expect(await amounts('amount>500')).toEqual([2500])
  expect(await amounts('amount>=500 amount<2500')).toEqual([500])
  expect(await amounts('amount:2500 AND currency:"eur"')).toEqual([2500])
  expect(await amounts('payment_method_details.card.brand:"visa" OR amount:2500')).toEqual([500, 2500])
})

test('pages follow each other, and the count is there when asked for', async () => {
  const { stripe } = shop
  const first = await stripe.customers.search({ query: 'created>0', limit: 2, expand: ['total_count'] })
  expect(first).toMatchObject({ object: 'search_result', has_more: true, total_count: 3, url: '/v1/customers/search' })
  const second = await stripe.customers.search({ query: 'created>0', limit: 2, page: first.next_page ?? '' })
  expect(second).toMatchObject({ has_more: false, next_page: null })
  expect(second.total_count).toBeUndefined()
  expect([...first.data, ...second.data].map(({ name }) => name)).toEqual(['Nobody', 'Emmy Noether', 'Ada Byron'])
  const all: string[] = []
  for await (const { id } of stripe.customers.search({ query: 'created>0', limit: 1 })) all.push(id)
  expect(new Set(all).size).toBe(3)
})

test.each([
  ['', /^We were unable to parse your search query\. Try using the format `metadata\["key"\]:"value"`/],
  ['email', /unable to parse/],
  ['email:"a', /unable to parse/],
  ['(email:"a@b.example")', /unable to parse/],
  ['email:"a@b.example" AND', /unable to parse/],
  ['shoe_size:"42"', /^Field `shoe_size` is an unsupported search field for resource `customers`\./],
  ['email:"a" AND name:"b" OR phone:"c"', /AND or with OR, but not with both/],
  ['email~"ab"', /at least 3 characters/],
  ['metadata["tier"]~"gol"', /`~` does not work with `metadata`/],
  ['email>"a"', /compares numbers/],
  ['created:"soon"', /'soon' is none/],
  [Array.from({ length: 11 }, () => 'created>0').join(' '), /up to 10 query clauses; this one has 11/],
])('%s is refused', async (query, said) => {
  const error = await errorOf(shop.stripe.customers.search({ query: query || ' ' }))
  expect(error).toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError', param: 'query' })
  expect(error.message).toMatch(said)
})

test('a page that is none is refused', async () => {
  const error = await errorOf(shop.stripe.customers.search({ query: 'created>0', page: 'nowhere' }))
  expect(error).toMatchObject({ statusCode: 400, param: 'page' })
})
