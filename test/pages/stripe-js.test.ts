import { readFileSync } from 'node:fs'
import AxeBuilder from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasBrowser, unlessSkipped } from '../support/browser.js'
import { answered, enter, PAYMENT, shoot } from './support/shop-page.js'
import { openStage, type Stage } from './support/stage.js'

let stage: Stage
beforeAll(async () => {
  if (hasBrowser) stage = await openStage()
})
afterAll(() => stage?.close())

const intended = () =>
  stage.stripe.paymentIntents.create({ amount: 2500, currency: 'eur', automatic_payment_methods: { enabled: true } })

const bank = (page: Page) => page.frameLocator('dialog iframe')

test.skipIf(!hasBrowser)(
  unlessSkipped('loadStripe of npm pays with the Payment Element, and the shop never has the card'),
  async () => {
    const intent = await intended()
    const page = await stage.visit(PAYMENT(intent.client_secret ?? '', 'always'))
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
    await page.frameLocator('#element iframe').getByLabel('Card number').focus()
    await page.keyboard.type('4242424242424242')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1234')
    await page.keyboard.press('Tab')
    await page.keyboard.type('123')
    await shoot(page, 'payment-element')
    const told = (await page.evaluate('events')) as { event: string; complete?: boolean }[]
    expect(told.map(({ event }) => event).slice(0, 2)).toEqual(['ready', 'focus'])
    expect(told.filter(({ event }) => event === 'change').at(-1)).toMatchObject({ complete: true, empty: false })
    // Out of the frame, by way of the country, to the button.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Pay')
    const html = await page.content()
    await page.keyboard.press('Enter')
    await page.waitForURL(`${stage.shop.url}/done?**`)

    const { searchParams } = new URL(page.url())
    expect([searchParams.get('payment_intent'), searchParams.get('redirect_status')]).toEqual([intent.id, 'succeeded'])
    expect((await stage.stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded')
    expect(html).not.toContain('4242')
    const withCard = sent.filter((request) => decodeURIComponent(request).includes('4242'))
    expect(withCard.map((request) => new URL(request.split(' ')[0] ?? '').host)).toEqual(['api.stripe.com'])
    expect(stage.shop.received).toEqual([])
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('a declined card is the answer, and the next one pays without leaving the page'),
  async () => {
    const intent = await intended()
    const page = await stage.visit(PAYMENT(intent.client_secret ?? '', 'if_required'), {
      plain: true,
      colorScheme: 'dark',
    })
    await enter(page, '4000000000009995')
    await page.getByRole('button', { name: 'Pay' }).click()
    expect((await answered(page)).error).toMatchObject({
      type: 'card_error',
      code: 'card_declined',
      decline_code: 'insufficient_funds',
      payment_intent: { id: intent.id, status: 'requires_payment_method' },
    })
    await page.evaluate("document.getElementById('answer').textContent = ''")
    await enter(page, '5555555555554444')
    await page.getByRole('button', { name: 'Pay' }).click()
    expect(await answered(page)).toMatchObject({ paymentIntent: { id: intent.id, status: 'succeeded' } })
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser).each([
  ['passed', 'Complete', { paymentIntent: { status: 'succeeded' } }],
  ['failed', 'Fail', { error: { code: 'payment_intent_authentication_failure' } }],
] as const)(
  unlessSkipped('the bank asks over the page, and 3D Secure is %s'),
  async (how, button, outcome) => {
    const intent = await intended()
    const page = await stage.visit(PAYMENT(intent.client_secret ?? '', 'if_required'), { plain: how === 'failed' })
    await enter(page, '4000002760003184')
    await page.getByRole('button', { name: 'Pay' }).click()
    await bank(page).getByRole('button', { name: button }).waitFor()
    await shoot(page, 'payment-element-3ds')
    await bank(page).getByRole('button', { name: button }).click()
    expect(await answered(page)).toMatchObject(outcome)
    expect(await page.locator('dialog').count()).toBe(0)
    const { status } = await stage.stripe.paymentIntents.retrieve(intent.id)
    expect(status).toBe(how === 'passed' ? 'succeeded' : 'requires_payment_method')
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('a card Element pays, sets up, and makes payment methods and tokens'),
  async () => {
    const payment = await intended()
    const setup = await stage.stripe.setupIntents.create({})
    const page = await stage.visit(
      `const card = stripe.elements().create('card')
      card.mount('#element')
      window.card = card`,
      { plain: true },
    )
    await enter(page, '4242424242424242')
    await page.frameLocator('#element iframe').getByLabel('Postal code').fill('10115')
    await shoot(page, 'card-element')
    const results = (await page.evaluate(`(async () => ({
      method: await stripe.createPaymentMethod({ type: 'card', card, billing_details: { name: 'Ada' } }),
      token: await stripe.createToken(card),
      paid: await stripe.confirmCardPayment('${payment.client_secret}', { payment_method: { card, billing_details: { email: 'ada@shop.example' } } }),
      setUp: await stripe.confirmCardSetup('${setup.client_secret}', { payment_method: { card } }),
      read: await stripe.retrievePaymentIntent('${payment.client_secret}'),
      wrong: await stripe.retrievePaymentIntent('${payment.client_secret}x'),
    }))()`)) as Record<string, unknown>
    expect(results).toMatchObject({
      method: {
        paymentMethod: { card: { last4: '4242' }, billing_details: { name: 'Ada', address: { postal_code: '10115' } } },
      },
      token: { token: { object: 'token' } },
      paid: { paymentIntent: { status: 'succeeded' } },
      setUp: { setupIntent: { status: 'succeeded' } },
      read: { paymentIntent: { id: payment.id } },
      wrong: { error: { type: 'invalid_request_error' } },
    })
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('what is wrong while typing is told, and a number that is no test card stays'),
  async () => {
    const intent = await intended()
    const page = await stage.visit(PAYMENT(intent.client_secret ?? '', 'if_required'), { plain: true })
    await enter(page, '4242')
    await page.getByRole('button', { name: 'Pay' }).click()
    expect((await answered(page)).error).toMatchObject({ type: 'validation_error', code: 'incomplete_number' })
    const frame = page.frameLocator('#element iframe')
    await frame.getByLabel('Card number').fill('4539578763621486')
    expect(await frame.getByRole('alert').textContent()).toContain('no test card')
    await shoot(page, 'payment-element-wrong')
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('an order that is made only when it is paid has to be submitted first'),
  async () => {
    const page = await stage.visit(
      `const elements = stripe.elements({ mode: 'payment', amount: 2500, currency: 'eur' })
      elements.create('payment').mount('#element')
      window.elements = elements`,
      { plain: true },
    )
    await enter(page, '4242424242424242')
    const intent = await intended()
    const confirm = `stripe.confirmPayment({ elements, clientSecret: '${intent.client_secret}', redirect: 'if_required' })`
    expect(await page.evaluate(`${confirm}.catch(({ message }) => message)`)).toContain(
      'elements.submit() must be called',
    )
    expect(await page.evaluate('elements.submit()')).toEqual({ selectedPaymentMethod: 'card' })
    expect(await page.evaluate(confirm)).toMatchObject({ paymentIntent: { status: 'succeeded' } })
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser).each([
  ['a live key', '', { key: 'pk_live_0000000000000000000000', plain: true }, 'A live mode key was given'],
  ['a secret key', '', { key: 'sk_test_0000000000000000000000', plain: true }, 'You should not use your secret key'],
  ['an Element', "stripe.elements().create('address')", { plain: true }, "does not simulate the Element 'address'"],
  ['a method', "stripe.confirmKlarnaPayment('x')", { plain: true }, 'does not simulate stripe.confirmKlarnaPayment()'],
  ['a secret', "stripe.elements({ clientSecret: 'x' })", { plain: true }, 'the client secret must have the form'],
] as const)(
  unlessSkipped('%s is refused, and named'),
  async (_what, script, options, text) => {
    const page = await stage.visit(script, options)
    expect(await answered(page)).toMatchObject({ thrown: 'IntegrationError', message: expect.stringContaining(text) })
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('there is each function that the types of Stripe.js have'),
  async () => {
    const types = readFileSync('node_modules/@stripe/stripe-js/dist/stripe-js/stripe.d.ts', 'utf8')
    const names = [...new Set([...types.matchAll(/^ {2}([a-z]\w+)\(/gm)].map(([, name]) => name ?? ''))]
    expect(names.length).toBeGreaterThan(60)
    const page = await stage.visit('', { plain: true })
    const missing = await page.evaluate((wanted) => {
      const { stripe: made } = globalThis as unknown as { stripe: Record<string, unknown> }
      return wanted.filter((name) => typeof made[name] !== 'function')
    }, names)
    expect(missing).toEqual([])
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('the frames have no fault that axe finds'),
  async () => {
    const intent = await intended()
    const page = await stage.visit(PAYMENT(intent.client_secret ?? '', 'if_required'), { plain: true })
    await enter(page, '4000002760003184')
    await page.getByRole('button', { name: 'Pay' }).click()
    await bank(page).getByRole('button', { name: 'Complete' }).waitFor()
    const frames = page.frames().filter((frame) => frame !== page.mainFrame())
    expect(frames).toHaveLength(2)
    for (const frame of frames) {
      await frame.evaluate(AxeBuilder.source)
      const violations = await frame.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
        return (await axe.run()).violations.map(({ id }) => id)
      })
      expect(violations, frame.url()).toEqual([])
    }
    await page.context().close()
  },
  30_000,
)
