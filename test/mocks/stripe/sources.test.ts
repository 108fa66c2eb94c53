import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'

async function withBank(source = 'btok_us') {
  const world = await stripeWorld()
  const { id: customer } = await world.stripe.customers.create()
  const { id } = await world.stripe.customers.createSource(customer, { source })
  const verify = (amounts?: number[], of = customer) =>
    world.stripe.customers.verifySource(of, id, amounts ? { amounts } : {})
  return { ...world, customer, id, verify }
}

test('a customer’s bank account is new, and verified by the amounts of its deposits', async () => {
  const { stripe, customer, id, verify, eventTypes } = await withBank()
  expect(await stripe.customers.retrieveSource(customer, id)).toMatchObject({ object: 'bank_account', status: 'new' })
  expect(await verify([45, 32])).toMatchObject({ id, customer, status: 'verified' })
  expect(eventTypes().slice(-3)).toEqual(['customer.source.created', 'customer.updated', 'customer.source.updated'])
  expect((await errorOf(verify([32, 45]))).message).toBe('This bank account has already been verified.')
  expect(await errorOf(verify([32, 45]))).toMatchObject({ statusCode: 400 })
})

test('wrong amounts are refused, and ten of them end it', async () => {
  const { stripe, customer, id, verify } = await withBank()
  for (let i = 0; i < 10; i++) {
    expect(await errorOf(verify([1, 2]))).toMatchObject({
      statusCode: 402,
      rawType: 'invalid_request_error',
      code: 'bank_account_verification_failed',
    })
  }
  expect(await stripe.customers.retrieveSource(customer, id)).toMatchObject({ status: 'verification_failed' })
  expect(await errorOf(verify([32, 45]))).toMatchObject({ statusCode: 400 })
})

test('what lacks amounts, or is another customer’s, is refused', async () => {
  const { stripe, verify } = await withBank()
  expect(await errorOf(verify())).toMatchObject({ code: 'parameter_missing', param: 'amounts' })
  expect(await errorOf(verify([32]))).toMatchObject({ statusCode: 400, param: 'amounts' })
  const { id: other } = await stripe.customers.create()
  expect(await errorOf(verify([32, 45], other))).toMatchObject({ statusCode: 404, code: 'resource_missing' })
})

test('a token of a verified account needs no verifying; the account is none to be paid out to', async () => {
  const { stripe, customer, id } = await withBank('btok_us_verified')
  expect(await stripe.customers.retrieveSource(customer, id)).toMatchObject({ status: 'verified' })
  expect(await errorOf(stripe.payouts.create({ amount: 1, currency: 'usd', destination: id }))).toMatchObject({
    code: 'resource_missing',
  })
})

test('a domain is active once it is looked at, and one that nobody can reach is not', async () => {
  const { stripe } = await stripeWorld()
  const of = async (domain_name: string) => {
    const { id } = await stripe.paymentMethodDomains.create({ domain_name })
    return stripe.paymentMethodDomains.validate(id)
  }
  expect(await of('shop.example.com')).toMatchObject({ apple_pay: { status: 'active' }, link: { status: 'active' } })
  expect(await of('localhost')).toMatchObject({
    apple_pay: { status: 'inactive', status_details: { error_message: expect.stringContaining('localhost') } },
  })
  expect(await errorOf(stripe.paymentMethodDomains.validate('pmd_none'))).toMatchObject({ statusCode: 404 })
})

test('a secret is deleted by its name and scope, and no other', async () => {
  const { stripe } = await stripeWorld()
  const { secrets } = stripe.apps
  const account = { type: 'account' } as const
  const user = { type: 'user', user: 'usr_1' } as const
  const kept = await secrets.create({ name: 'token', payload: 'x', scope: account })
  await secrets.create({ name: 'token', payload: 'x', scope: user })
  expect(await secrets.deleteWhere({ name: 'token', scope: user })).toMatchObject({ name: 'token', deleted: true })
  expect((await secrets.list({ scope: account })).data.map(({ id }) => id)).toEqual([kept.id])
  expect(await errorOf(secrets.deleteWhere({ name: 'token', scope: user }))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  })
})
