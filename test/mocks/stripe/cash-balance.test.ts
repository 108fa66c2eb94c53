import fc from 'fast-check'
import type Stripe from 'stripe'
import { expect, test } from 'vitest'
import { exactGroup } from '../../../mocks/stripe/cash-balance/exact-group.js'
import { sepaAccountByIban } from '../../../mocks/stripe/test-banks/sepa-accounts.js'
import { errorOf, stripeWorld } from '../../support/stripe.js'
import { sender } from '../../support/stripe-transfers.js'

type Instructions = Stripe.CustomerCreateFundingInstructionsParams['bank_transfer']

test.each([
  ['usd', 'us_bank_transfer', undefined, ['aba', 'swift']],
  ['eur', 'eu_bank_transfer', 'DE', ['iban']],
  ['eur', 'eu_bank_transfer', 'FR', ['iban']],
  ['eur', 'eu_bank_transfer', 'IE', ['iban']],
  ['eur', 'eu_bank_transfer', 'NL', ['iban']],
  ['gbp', 'gb_bank_transfer', undefined, ['sort_code']],
  ['jpy', 'jp_bank_transfer', undefined, ['zengin']],
  ['mxn', 'mx_bank_transfer', undefined, ['spei']],
])('instructions for %s by %s (%s) are the same each time for a customer', async (currency, type, country, types) => {
  const { stripe } = await stripeWorld()
  const ask = async (customer: string) =>
    stripe.customers.createFundingInstructions(customer, {
      funding_type: 'bank_transfer',
      currency,
      bank_transfer: { type, ...(country && { eu_bank_transfer: { country } }) } as Instructions,
    })
  const [one, other] = [await stripe.customers.create(), await stripe.customers.create()]
  const given = await ask(one.id)
  const { bank_transfer: transfer } = given
  expect(transfer.type).toBe(type)
  expect(transfer.country).toBe(country ?? type.slice(0, 2).toUpperCase())
  expect(transfer.financial_addresses.map((address) => address.type)).toEqual(types)
  expect(await ask(one.id)).toEqual(given)
  expect((await ask(other.id)).bank_transfer).not.toEqual(transfer)
  const iban = transfer.financial_addresses[0]?.iban
  if (country) expect(sepaAccountByIban(iban?.iban ?? '')?.country).toBe(country)
})

test('instructions are refused for a customer who is not there, and for what does not fit', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.customers.create()
  const ask = (currency: string, bank_transfer: object, customer = id) =>
    errorOf(
      stripe.customers.createFundingInstructions(customer, {
        funding_type: 'bank_transfer',
        currency,
        bank_transfer: bank_transfer as Instructions,
      }),
    )
  expect(await ask('usd', { type: 'us_bank_transfer' }, 'cus_nobody')).toMatchObject({ statusCode: 404 })
  expect(await ask('eur', { type: 'us_bank_transfer' })).toMatchObject({ param: 'bank_transfer[type]' })
  expect(await ask('chf', { type: 'eu_bank_transfer' })).toMatchObject({ param: 'currency' })
  expect(await ask('eur', { type: 'eu_bank_transfer' })).toMatchObject({ code: 'parameter_missing' })
  const country = { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'PL' } }
  expect(await ask('eur', country)).toMatchObject({ param: 'bank_transfer[eu_bank_transfer][country]' })
  const types = { type: 'gb_bank_transfer', requested_address_types: ['iban'] }
  expect(await ask('gbp', types)).toMatchObject({ param: 'bank_transfer[requested_address_types]' })
})

test('a cash balance holds what was sent, by currency; its transactions say how', async () => {
  const world = await stripeWorld()
  const { stripe } = world
  const { customer, send } = await sender(world)
  const empty = await stripe.customers.retrieveCashBalance(customer)
  expect(empty).toMatchObject({
    available: null,
    customer,
    settings: { reconciliation_mode: 'automatic', using_merchant_default: true },
  })
  await send(500, 'Rent')
  await send(700, undefined, 'jpy')
  const last = await send(250)
  const shown = await stripe.customers.retrieve(customer, { expand: ['cash_balance'] })
  expect(shown).toMatchObject({ cash_balance: { available: { usd: 750, jpy: 700 } } })
  expect(await stripe.customers.retrieve(customer)).not.toHaveProperty('cash_balance')

  const page = await stripe.customers.listCashBalanceTransactions(customer, { limit: 2 })
  expect(page).toMatchObject({ has_more: true, data: [{ id: last.id, ending_balance: 750 }, { currency: 'jpy' }] })
  const first = await stripe.customers.listCashBalanceTransactions(customer, { starting_after: page.data[1]?.id ?? '' })
  expect(first.data).toMatchObject([{ funded: { bank_transfer: { reference: 'Rent', type: 'us_bank_transfer' } } }])
  expect(await stripe.customers.retrieveCashBalanceTransaction(customer, last.id)).toEqual(last)
  const { id: other } = await stripe.customers.create()
  expect(await errorOf(stripe.customers.retrieveCashBalanceTransaction(other, last.id))).toMatchObject({
    statusCode: 404,
    code: 'resource_missing',
  })
})

test('money is refused of no amount, in other currencies, and for nobody', async () => {
  const world = await stripeWorld()
  const { send } = await sender(world)
  expect(await errorOf(send(0))).toMatchObject({ code: 'parameter_invalid_integer', param: 'amount' })
  expect(await errorOf(send(100, undefined, 'chf'))).toMatchObject({ statusCode: 400, param: 'currency' })
  const nobody = world.stripe.testHelpers.customers.fundCashBalance('cus_nobody', { amount: 1, currency: 'usd' })
  expect(await errorOf(nobody)).toMatchObject({ statusCode: 404 })
})

test('the mode of a customer is set, and goes back to that of the account', async () => {
  const { stripe } = await stripeWorld()
  const { id } = await stripe.customers.create()
  const settings = async (reconciliation_mode: 'automatic' | 'manual' | 'merchant_default') =>
    (await stripe.customers.updateCashBalance(id, { settings: { reconciliation_mode } })).settings
  expect(await settings('manual')).toEqual({ reconciliation_mode: 'manual', using_merchant_default: false })
  expect(await settings('automatic')).toEqual({ reconciliation_mode: 'automatic', using_merchant_default: false })
  expect(await settings('merchant_default')).toEqual({ reconciliation_mode: 'automatic', using_merchant_default: true })
  await stripe.customers.update(id, { cash_balance: { settings: { reconciliation_mode: 'manual' } } })
  expect((await stripe.customers.retrieveCashBalance(id)).settings.reconciliation_mode).toBe('manual')
  expect(await errorOf(settings('never' as 'manual'))).toMatchObject({ statusCode: 400 })
})

test('a group is as small as it can be, comes to the sum exactly, and begins with the oldest', () => {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  expect(exactGroup([5, 3, 2, 5], (each) => each, 5)).toEqual([5])
  expect(exactGroup([1, 2, 3, 4], (each) => each, 5)).toEqual([1, 4])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 9 }), fc.nat(60), (amounts, wanted) => {
      const found = exactGroup(amounts, (each) => each, wanted)
      const subsets = Array.from({ length: 2 ** amounts.length }, (_, mask) =>
        amounts.filter((_, at) => mask & (1 << at)),
      )
      const sizes = subsets
        .filter((each) => each.length <= 5 && sum(each) === wanted && each.length > 0)
        .map((each) => each.length)
      expect(found.length).toBe(sizes.length > 0 ? Math.min(...sizes) : 0)
      if (found.length > 0) expect(sum(found)).toBe(wanted)
    }),
    { numRuns: 100 },
  )
})
