import { expect, test } from 'vitest'
import { errorOf, stripeWorld } from '../../support/stripe.js'
import { onboarded, pay } from '../../support/stripe-money.js'

/** A world with a connected account. */
async function connected() {
  const world = await stripeWorld()
  const account = await onboarded(world)
  return { ...world, account, own: world.view.of(account), options: { stripeAccount: account } }
}

test('an account lacks what Stripe asks for, is given it, and can be paid a moment later', async () => {
  const { stripe, view, advance } = await stripeWorld()
  const account = await stripe.accounts.create({
    type: 'express',
    business_type: 'company',
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
  })
  expect(account).toMatchObject({
    charges_enabled: false,
    payouts_enabled: false,
    capabilities: { card_payments: 'inactive', transfers: 'inactive' },
    controller: { stripe_dashboard: { type: 'express' } },
    requirements: { disabled_reason: 'requirements.past_due' },
  })
  expect(account.requirements?.currently_due).toEqual(
    expect.arrayContaining(['company.name', 'external_account', 'representative.dob.day', 'tos_acceptance.date']),
  )
  await stripe.accounts.update(account.id, {
    business_profile: { mcc: '5734', url: 'https://shop.example' },
    company: {
      name: 'Shop',
      tax_id: '000000000',
      phone: '+12175550100',
      address: { city: 'Springfield', line1: '1 Main Street', postal_code: '62701', state: 'IL' },
    },
    tos_acceptance: { date: 1_760_000_000, ip: '127.0.0.1' },
    external_account: 'btok_us_verified',
  })
  const left = (await stripe.accounts.retrieve(account.id)).requirements?.currently_due
  expect(left?.every((field) => field.startsWith('representative.'))).toBe(true)
  await stripe.accounts.createPerson(account.id, {
    first_name: 'Robin',
    last_name: 'Doe',
    email: 'robin@shop.example',
    phone: '+12175550100',
    dob: { day: 1, month: 1, year: 1901 },
    address: { city: 'Springfield', line1: '1 Main Street', postal_code: '62701', state: 'IL' },
    ssn_last_4: '0000',
    relationship: { representative: true },
  })
  expect(await stripe.accounts.retrieveCapability(account.id, 'transfers')).toMatchObject({ status: 'pending' })
  await advance(5000)

  expect(await stripe.accounts.retrieve(account.id)).toMatchObject({
    charges_enabled: true,
    payouts_enabled: true,
    details_submitted: true,
    requirements: { currently_due: [], disabled_reason: null },
  })
  const types = view
    .of(account.id)
    .events.all()
    .map(({ type }) => type)
  expect(types).toEqual(expect.arrayContaining(['account.updated', 'capability.updated', 'person.created']))
})

test('numbers of people and companies are not kept', async () => {
  const { view, account } = await connected()
  const rows = JSON.stringify([view.accounts.find(account), view.of(account).persons.all()])
  expect(rows).not.toContain('ssn_last_4"')
  expect(rows).toContain('"ssn_last_4_provided":true')
})

test('what identifies people and their accounts stands in no log', async () => {
  const { stripe, world, account } = await connected()
  await stripe.accounts.update(account, { individual: { id_number: '222222222' } })
  const token = await stripe.tokens.create({
    bank_account: { country: 'US', currency: 'usd', account_number: '000111111116', routing_number: '110000000' },
  })
  expect(token).toMatchObject({ type: 'bank_account', bank_account: { last4: '1116' } })
  const added = await stripe.accounts.createExternalAccount(account, { external_account: token.id })
  expect(added).toMatchObject({ last4: '1116', default_for_currency: false })
  expect(await errorOf(stripe.accounts.createExternalAccount(account, { external_account: token.id }))).toMatchObject({
    code: 'token_already_used',
  })
  const log = JSON.stringify(world.log.list())
  expect(log).toContain('external_account')
  expect(log).not.toMatch(/222222222|000111111116/)
})

test('external accounts are changed, listed and deleted, but for a default that has others', async () => {
  const { stripe, account } = await connected()
  const [first] = (await stripe.accounts.listExternalAccounts(account)).data
  const second = await stripe.accounts.createExternalAccount(account, {
    external_account: 'tok_visa_debit',
    default_for_currency: true,
  })
  const all = (await stripe.accounts.listExternalAccounts(account)).data
  expect(all.map(({ id, default_for_currency: is }) => [id, is])).toEqual([
    [second.id, true],
    [first?.id, false],
  ])
  expect(await errorOf(stripe.accounts.deleteExternalAccount(account, second.id))).toMatchObject({ statusCode: 400 })
  expect(await errorOf(stripe.accounts.createExternalAccount(account, { external_account: 'tok_visa' }))).toMatchObject(
    {
      param: 'external_account',
    },
  )
  await stripe.accounts.updateExternalAccount(account, first?.id ?? '', {
    default_for_currency: true,
    metadata: { a: '1' },
  })
  expect(await stripe.accounts.deleteExternalAccount(account, second.id)).toMatchObject({ deleted: true })
})

test('a link leads to a page that fills in what is asked for, once', async () => {
  const { stripe, send, advance } = await stripeWorld()
  const { id } = await stripe.accounts.create({ type: 'express', capabilities: { transfers: { requested: true } } })
  expect(await errorOf(stripe.accounts.createLoginLink(id))).toMatchObject({ statusCode: 400 })
  const link = await stripe.accountLinks.create({
    account: id,
    type: 'account_onboarding',
    refresh_url: 'https://shop.example/again',
    return_url: 'https://shop.example/done',
  })
  const target = new URL(link.url).pathname
  expect((await send({ target, key: null })).body).toContain('business_type')
  const answer = await send({ method: 'POST', target, key: null, text: 'outcome=complete' })
  expect(answer).toMatchObject({ status: 303, headers: { Location: 'https://shop.example/done' } })
  await advance(5000)
  expect(await stripe.accounts.retrieve(id)).toMatchObject({
    details_submitted: true,
    capabilities: { transfers: 'active' },
  })
  expect(await send({ target, key: null })).toMatchObject({
    status: 303,
    headers: { Location: 'https://shop.example/again' },
  })
  const login = await stripe.accounts.createLoginLink(id)
  expect((await send({ target: new URL(login.url).pathname, key: null })).body).toContain('Available')
})

test('an identity that does not fit is asked for a document', async () => {
  const { stripe, account, advance } = await connected()
  await stripe.accounts.update(account, { individual: { id_number: '222222222' } })
  expect(await stripe.accounts.retrieve(account)).toMatchObject({
    charges_enabled: false,
    requirements: { currently_due: ['individual.verification.document'] },
  })
  await stripe.accounts.update(account, {
    individual: { verification: { document: { front: 'file_identity_document_success' } } },
  })
  await advance(5000)
  expect(await stripe.accounts.retrieve(account)).toMatchObject({ charges_enabled: true })
})

test('an account is rejected, and deleted once it has no money', async () => {
  const { stripe, account, options, settled, own } = await connected()
  await pay(stripe, 'bypassPending', {}, options)
  await settled()
  expect(await stripe.accounts.reject(account, { reason: 'fraud_other' })).toMatchObject({
    charges_enabled: false,
    requirements: { disabled_reason: 'rejected.platform_fraud' },
  })
  expect(await errorOf(pay(stripe, 'visa', {}, options))).toMatchObject({ statusCode: 400 })
  expect(await errorOf(stripe.accounts.del(account))).toMatchObject({ statusCode: 400 })
  const [charge] = own.charges.all()
  await stripe.refunds.create({ charge: charge?.id ?? '', amount: 9_680 }, options)
  expect(await stripe.accounts.del(account)).toMatchObject({ deleted: true })
  expect(await errorOf(stripe.accounts.retrieve(account))).toMatchObject({ statusCode: 403 })
})
