import { expect, test } from 'vitest'
import { errorOf, HOUR, stripeWorld } from '../../../support/stripe.js'
import { base, checkoutPage, person } from './checkout-page.js'

test('who pays goes on to the shop, which is told', async () => {
  const world = await stripeWorld()
  const session = await world.stripe.checkout.sessions.create({
    ...base,
    customer_creation: 'always',
    payment_intent_data: { description: 'Order 42', metadata: { order: '42' } },
  })
  const page = await checkoutPage(world, session.url)
  expect(page.first.status).toBe(200)
  expect(page.first.html).toContain('Pay €25.00')

  const { location, status } = await page.post({ action: 'pay', ...person() })

  expect([status, location]).toEqual([303, `http://localhost:3000/done?session=${session.id}`])
  const paid = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent', 'customer'] })
  expect(paid).toMatchObject({
    status: 'complete',
    payment_status: 'paid',
    url: null,
    customer_details: { email: 'ada@shop.example', name: 'Ada Byron', address: { country: 'DE' } },
    customer: { email: 'ada@shop.example' },
    payment_intent: { status: 'succeeded', amount: 2500, description: 'Order 42', metadata: { order: '42' } },
  })
  expect(world.eventTypes()).toEqual([
    'customer.created',
    'payment_intent.created',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
    'charge.updated',
  ])
  expect((await page.show()).html).toContain('This order is paid')
  expect((await page.post({ action: 'pay', ...person() })).status).toBe(303)
  expect((await world.stripe.paymentIntents.list()).data).toHaveLength(1)
})

test('a declined card is told in the page, and another may be tried', async () => {
  const world = await stripeWorld()
  const session = await world.stripe.checkout.sessions.create(base)
  const page = await checkoutPage(world, session.url)

  const declined = await page.post({ action: 'pay', ...person('4000000000009995') })

  expect(declined.status).toBe(402)
  expect(declined.html).toContain('<p class="alert" role="alert">Your card has insufficient funds.</p>')
  expect(declined.html).toContain('value="ada@shop.example"')
  expect(declined.html).not.toContain('4000000000009995"')
  expect((await world.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
  expect((await page.post({ action: 'pay', ...person() })).status).toBe(303)
  expect(world.eventTypes()).toEqual([
    'payment_intent.created',
    'charge.failed',
    'payment_intent.payment_failed',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ])
})

test.each([
  ['complete', 'http://localhost:3000/done', 'complete', 'paid'],
  ['fail', '/c/pay/', 'open', 'unpaid'],
] as const)('a bank that asks: %s', async (outcome, leads, status, payment) => {
  const world = await stripeWorld()
  const session = await world.stripe.checkout.sessions.create(base)
  const page = await checkoutPage(world, session.url)
  const bank = (await page.post({ action: 'pay', ...person('4000002760003184') })).location
  expect(bank).toContain('/redirect/authenticate/')

  const answer = await world.send({
    method: 'POST',
    target: new URL(bank).pathname,
    key: null,
    text: `outcome=${outcome}`,
  })
  const back = await world.send({ target: new URL(String(answer.headers.Location)).pathname, key: null })

  expect(String(back.headers.Location)).toContain(leads)
  expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status, payment_status: payment })
  if (outcome === 'fail') expect((await page.show()).html).toContain('unable to authenticate your payment method')
})

test('a number that is no test card is refused, and kept nowhere', async () => {
  const world = await stripeWorld()
  const session = await world.stripe.checkout.sessions.create(base)
  const page = await checkoutPage(world, session.url)

  // A number that passes the check digit, and is nobody's.
  const answer = await page.post({ action: 'pay', ...person('4539 5787 6362 1486') })

  expect(answer.status).toBe(422)
  expect(answer.html).toContain('That is no test card')
  const log = JSON.stringify(world.world.log.list({}))
  expect(log).toContain('/c/pay/')
  expect(log.replace(/\D/g, '')).not.toContain('4539578763621486')
  expect((await world.stripe.checkout.sessions.retrieve(session.id)).payment_intent).toBeNull()
})

test.each([
  [{ card_expiry: '13 / 30' }, 'Your card&#39;s expiration month is invalid.'],
  [{ card_expiry: '01 / 20' }, 'Your card&#39;s expiration year is invalid.'],
  [{ card_expiry: '' }, 'Your card&#39;s expiration date is incomplete.'],
  [{ cvc: '12' }, 'Your card&#39;s security code is invalid.'],
  [{ email: 'nobody' }, 'Enter an e-mail address'],
  [{ name: ' ' }, 'This field is required.'],
])('%j is told at its field', async (change, text) => {
  const world = await stripeWorld()
  const session = await world.stripe.checkout.sessions.create(base)
  const page = await checkoutPage(world, session.url)
  const [name = ''] = Object.keys(change)
  const { html } = await page.post({ action: 'pay', ...person(), ...change })
  expect(html).toMatch(new RegExp(`id="${name}-wrong">${text}`))
  expect((await world.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
})

test('a form that does not come from the page is refused', async () => {
  const world = await stripeWorld()
  const session = await world.stripe.checkout.sessions.create(base)
  const page = await checkoutPage(world, session.url)
  expect((await page.post({ action: 'pay', ...person(), token: 'guessed' })).status).toBe(403)
  expect((await page.post({ action: 'pay', ...person() }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await world.stripe.checkout.sessions.retrieve(session.id)).status).toBe('open')
})

test('what the shop and the person write is shown, never run', async () => {
  const world = await stripeWorld()
  const evil = '"><script>alert(1)</script>'
  const session = await world.stripe.checkout.sessions.create({
    ...base,
    line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 900, product_data: { name: evil } } }],
    custom_text: { submit: { message: evil } },
  })
  const page = await checkoutPage(world, session.url)
  const { html } = await page.post({ action: 'pay', ...person(), email: evil })
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toContain('<script>alert')
  expect(page.first.headers['Content-Security-Policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
})

test('quantities and codes change the total; a code that runs out meanwhile is told', async () => {
  const world = await stripeWorld()
  const { stripe } = world
  await stripe.coupons.create({ id: 'TEN', percent_off: 10 })
  const promotion = { type: 'coupon', coupon: 'TEN' } as const
  const code = await stripe.promotionCodes.create({ promotion, code: 'AUTUMN', max_redemptions: 1 })
  const [tea] = base.line_items
  const create = () =>
    stripe.checkout.sessions.create({
      ...base,
      allow_promotion_codes: true,
      line_items: [{ ...tea, adjustable_quantity: { enabled: true, minimum: 1, maximum: 5 } }],
    })
  const session = await create()
  const rival = await create()
  const page = await checkoutPage(world, session.url)
  const total = async () => (await stripe.checkout.sessions.retrieve(session.id)).amount_total

  const { data } = await stripe.checkout.sessions.listLineItems(session.id)
  await page.post({ action: 'quantity', [`quantity[${data[0]?.id}]`]: '9' })
  expect(await total()).toBe(6250)
  expect((await page.post({ action: 'code', code: 'SPRING' })).html).toContain('This code is invalid.')
  await page.post({ action: 'code', code: 'autumn' })
  expect(await total()).toBe(5625)
  await page.post({ action: 'remove-code' })
  expect(await total()).toBe(6250)
  await page.post({ action: 'code', code: 'autumn' })

  const other = await checkoutPage(world, rival.url)
  await other.post({ action: 'code', code: 'AUTUMN' })
  expect((await other.post({ action: 'pay', ...person() })).status).toBe(303)
  expect(await stripe.promotionCodes.retrieve(code.id)).toMatchObject({ active: false, times_redeemed: 1 })

  const late = await page.post({ action: 'pay', ...person() })
  expect(late.html).toContain('it has been used the maximum number of times. The total is shown without it now.')
  expect(await total()).toBe(6250)
  expect((await page.post({ action: 'pay', ...person() })).status).toBe(303)
})

test('what costs nothing is ordered without a card', async () => {
  const world = await stripeWorld()
  await world.stripe.coupons.create({ id: 'FREE', percent_off: 100 })
  const session = await world.stripe.checkout.sessions.create({ ...base, discounts: [{ coupon: 'FREE' }] })
  const page = await checkoutPage(world, session.url)
  expect(page.first.html).not.toContain('card_number')
  await page.post({ action: 'pay', email: 'ada@shop.example' })
  expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
    status: 'complete',
    payment_status: 'no_payment_required',
    payment_intent: null,
  })
})

test('a card is saved for a customer', async () => {
  const world = await stripeWorld()
  const { id: customer } = await world.stripe.customers.create({ email: 'ada@shop.example' })
  const { line_items: _, ...rest } = base
  const session = await world.stripe.checkout.sessions.create({ ...rest, mode: 'setup', currency: 'eur', customer })
  const page = await checkoutPage(world, session.url)
  expect((await page.post({ action: 'pay', ...person() })).status).toBe(303)
  const done = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] })
  expect(done).toMatchObject({ status: 'complete', setup_intent: { status: 'succeeded', customer } })
  expect((await world.stripe.customers.listPaymentMethods(customer)).data).toHaveLength(1)
})

test('where it is shipped to, and what else was asked, stands in the session', async () => {
  const world = await stripeWorld()
  const session = await world.stripe.checkout.sessions.create({
    ...base,
    shipping_address_collection: { allowed_countries: ['DE', 'FR'] },
    phone_number_collection: { enabled: true },
    consent_collection: { terms_of_service: 'required' },
    custom_fields: [
      {
        key: 'size',
        type: 'dropdown',
        label: { type: 'custom', custom: 'Size' },
        dropdown: { options: [{ label: 'Small', value: 's' }] },
      },
    ],
  })
  const page = await checkoutPage(world, session.url)
  const shipping = {
    shipping_name: 'Ada',
    shipping_country: 'FR',
    shipping_line1: '1 rue de Rivoli',
    shipping_city: 'Paris',
    shipping_postal_code: '75001',
  }
  const missing = await page.post({ action: 'pay', ...person(), ...shipping, custom_size: 'xl', phone: '1' })
  expect(missing.html).toContain('id="terms-wrong"')
  expect(missing.html).toContain('id="custom_size-wrong"')
  await page.post({ action: 'pay', ...person(), ...shipping, custom_size: 's', phone: '+33 1', terms: 'yes' })
  expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({
    status: 'complete',
    collected_information: { shipping_details: { name: 'Ada', address: { city: 'Paris', country: 'FR' } } },
    customer_details: { phone: '+33 1' },
    consent: { terms_of_service: 'accepted' },
    custom_fields: [{ key: 'size', dropdown: { value: 's' } }],
  })
})

test('a payment that is captured by hand is paid when it is captured', async () => {
  const world = await stripeWorld()
  const session = await world.stripe.checkout.sessions.create({
    ...base,
    payment_intent_data: { capture_method: 'manual' },
  })
  await (await checkoutPage(world, session.url)).post({ action: 'pay', ...person() })
  const waiting = await world.stripe.checkout.sessions.retrieve(session.id)
  expect(waiting).toMatchObject({ status: 'complete', payment_status: 'unpaid' })
  await world.stripe.paymentIntents.capture(waiting.payment_intent as string)
  expect((await world.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid')
  expect(world.eventTypes()).not.toContain('checkout.session.async_payment_succeeded')
})

test('after a day the page has expired; what was tried is canceled, and the order can be taken up again', async () => {
  const world = await stripeWorld()
  const session = await world.stripe.checkout.sessions.create({
    ...base,
    after_expiration: { recovery: { enabled: true } },
  })
  const page = await checkoutPage(world, session.url)
  await page.post({ action: 'pay', ...person('4000000000000002') })
  await world.advance(24 * HOUR)

  const expired = await world.stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })
  expect(expired).toMatchObject({ status: 'expired', url: null, payment_intent: { status: 'canceled' } })
  expect(world.eventTypes().slice(-2)).toEqual(['checkout.session.expired', 'payment_intent.canceled'])
  expect((await page.show()).html).toContain('This checkout has expired')
  const recovery = new URL(expired.after_expiration?.recovery?.url ?? '').pathname
  const opened = await world.send({ target: recovery, key: null })
  const copy = await world.stripe.checkout.sessions.retrieve(String(opened.headers.Location).split('/').at(-1) ?? '')
  expect(copy).toMatchObject({ status: 'open', amount_total: 2500, recovered_from: session.id })
  expect((await errorOf(world.stripe.checkout.sessions.expire(session.id))).message).toBe(
    'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of `expired`.',
  )
})
