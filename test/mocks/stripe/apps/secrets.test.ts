import { expect, test } from 'vitest'
import { errorOf, HOUR, NOW, stripeWorld } from '../../../support/stripe.js'

const account = { type: 'account' } as const
const user = { type: 'user', user: 'usr_1' } as const

test('a secret is of one scope, and its payload is shown only where it is expanded', async () => {
  const { secrets } = (await stripeWorld()).stripe.apps
  const made = await secrets.create({ name: 'token', payload: 'shared', scope: account })
  await secrets.create({ name: 'token', payload: 'own', scope: user })
  expect(made).not.toHaveProperty('payload')
  expect((await secrets.list({ scope: account })).data).toEqual([made])
  expect((await secrets.list({ scope: { type: 'user', user: 'usr_2' } })).data).toEqual([])
  expect((await secrets.list({ scope: user, expand: ['data.payload'] })).data).toMatchObject([{ payload: 'own' }])
  const find = { name: 'token', scope: user }
  expect(await secrets.find(find)).not.toHaveProperty('payload')
  expect(await secrets.find({ ...find, expand: ['payload'] })).toMatchObject({ payload: 'own' })
})

test('a secret of the same name and scope takes the place of the one before', async () => {
  const { secrets } = (await stripeWorld()).stripe.apps
  await secrets.create({ name: 'token', payload: 'old', scope: account })
  await secrets.create({ name: 'token', payload: 'new', scope: account })
  expect((await secrets.list({ scope: account, expand: ['data.payload'] })).data).toMatchObject([{ payload: 'new' }])
  expect(await secrets.deleteWhere({ name: 'token', scope: account })).toMatchObject({ deleted: true })
  expect(await errorOf(secrets.find({ name: 'token', scope: account }))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  })
})

test('an expired secret is gone; one without a user, or of the past, is refused', async () => {
  const { stripe, advance } = await stripeWorld()
  const { secrets } = stripe.apps
  const token = { name: 'token', payload: 'x' }
  await secrets.create({ ...token, scope: account, expires_at: (NOW + HOUR) / 1000 })
  await advance(HOUR)
  expect((await secrets.list({ scope: account })).data).toEqual([])
  expect(await errorOf(secrets.create({ ...token, scope: { type: 'user' } }))).toMatchObject({ param: 'scope[user]' })
  expect(await errorOf(secrets.create({ ...token, scope: account, expires_at: NOW / 1000 }))).toMatchObject({
    param: 'expires_at',
  })
})
