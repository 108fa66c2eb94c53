import { createServer } from 'node:http'
import AxeBuilder from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stripe as vendor } from '../../mocks/stripe/index.js'
import { createNodeDoor, type NodeDoor } from '../../src/doors/node/node-door.js'
import { Sandbox } from '../../src/engine/sandbox.js'
import { hasBrowser, openBrowser, PATIENCE, unlessSkipped } from '../support/browser.js'

// A customer who is sent to Checkout by a shop.
let browser: Browser
let door: NodeDoor
let sandbox: Sandbox
let stripe: Stripe
const shop = createServer((_request, response) => response.end('Thank you'))
let back = ''

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await openBrowser()
  sandbox = await Sandbox.create({ vendors: [vendor], limits: false })
  door = await createNodeDoor({ handle: sandbox.handle, vendor: 'stripe', port: 0 })
  const runtime = sandbox.runtime('stripe')
  const [key] = runtime ? vendor.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
  stripe = new Stripe(key?.value ?? '', { host: '127.0.0.1', port: door.port, protocol: 'http' })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  const address = shop.address()
  back = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  await stripe.coupons.create({ id: 'TEN', percent_off: 10, name: 'Ten percent' })
  await stripe.promotionCodes.create({ promotion: { type: 'coupon', coupon: 'TEN' }, code: 'AUTUMN' })
})

afterAll(async () => {
  shop.close()
  await browser?.close()
  sandbox?.close()
  await door?.close()
})

interface Options {
  readonly colorScheme?: 'light' | 'dark'
  readonly width?: number
  readonly javaScriptEnabled?: boolean
}

async function opened({ colorScheme = 'light', javaScriptEnabled = true, width = 1100 }: Options = {}) {
  const line = (name: string, unit_amount: number, quantity: number) => ({
    quantity,
    adjustable_quantity: { enabled: quantity > 1, minimum: 1, maximum: 10 },
    price_data: { currency: 'eur', unit_amount, product_data: { name } },
  })
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    success_url: `${back}/done?session={CHECKOUT_SESSION_ID}`,
    cancel_url: `${back}/cart`,
    allow_promotion_codes: true,
    line_items: [line('Tea, 250 g', 1250, 2), line('Teapot', 4900, 1)],
  })
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, javaScriptEnabled })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  await page.goto(session.url ?? '')
  return { session, page, state: () => stripe.checkout.sessions.retrieve(session.id) }
}

async function enter(page: Page, card: string): Promise<void> {
  await page.getByLabel('Email').fill('ada@shop.example')
  await page.getByLabel('Card number').fill(card)
  await page.getByLabel('Expiration').fill('12 / 34')
  await page.getByLabel('CVC').fill('123')
  await page.getByLabel('Cardholder name').fill('Ada Byron')
}

async function pay(page: Page, card: string): Promise<void> {
  await enter(page, card)
  await page.getByRole('button', { name: /^Pay €/ }).click()
}

async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.STANDIN_SCREENSHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AxeBuilder.source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> }
    }
    return (await axe.run()).violations.map(({ id, impact }) => `${impact}: ${id}`)
  })
}

test.skipIf(!hasBrowser)(
  unlessSkipped('a customer pays with the keyboard alone, with a code, and comes back to the shop'),
  async () => {
    const { page, session, state } = await opened()
    await shoot(page, 'checkout')
    await page.getByLabel('Email').fill('ada@shop.example')
    await page.getByLabel('Promotion code').focus()
    await page.keyboard.type('autumn')
    await page.keyboard.press('Enter')
    await page.getByText('10% off').waitFor()
    // What was entered already is still there.
    expect(await page.getByLabel('Email').inputValue()).toBe('ada@shop.example')
    await page.getByLabel('Email').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.type('4242424242424242')
    expect(await page.getByLabel('Card number').inputValue()).toBe('4242 4242 4242 4242')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1234')
    await page.keyboard.press('Tab')
    await page.keyboard.type('123')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Ada Byron')
    await shoot(page, 'checkout-filled')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${back}/done?session=${session.id}`)
    expect(await state()).toMatchObject({ status: 'complete', payment_status: 'paid', amount_total: 6660 })
    await page.goto(`${door.url}/c/pay/${session.id}`)
    await page.getByRole('heading', { name: 'This order is paid' }).waitFor()
    await shoot(page, 'checkout-paid')
    expect(await violations(page)).toEqual([])
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('a card that is declined is told at once, and the next one pays'),
  async () => {
    const { page, state } = await opened({ width: 390, colorScheme: 'dark' })
    await pay(page, '4000000000000002')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toBe('Your card was declined.')
    expect(await page.getByLabel('Card number').inputValue()).toBe('')
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await shoot(page, 'checkout-declined-phone')
    expect(await violations(page)).toEqual([])
    expect((await state()).status).toBe('open')
    await pay(page, '5555555555554444')
    await page.waitForURL(`${back}/done**`)
    expect((await state()).payment_status).toBe('paid')
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser).each([
  ['passed', 'Complete', 'paid'],
  ['failed', 'Fail', 'unpaid'],
] as const)(
  unlessSkipped('3D Secure is %s'),
  async (_how, button, status) => {
    const { page, session, state } = await opened()
    await pay(page, '4000002760003184')
    await page.getByRole('button', { name: button }).click()
    if (status === 'paid') await page.waitForURL(`${back}/done**`)
    else {
      await page.waitForURL(`${door.url}/c/pay/${session.id}`)
      expect(await page.getByRole('alert').textContent()).toContain('unable to authenticate')
      await shoot(page, 'checkout-3ds-failed')
    }
    expect((await state()).payment_status).toBe(status)
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('a number that is no test card does not leave the page'),
  async () => {
    const { page } = await opened()
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.method()))
    await pay(page, '4539578763621486')
    await page.getByText('That is no test card, so it stays in this page.').waitFor()
    expect(await page.locator(':focus').getAttribute('id')).toBe('card_number')
    expect(sent).toEqual([])
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('it is paid without a script too'),
  async () => {
    const { page, state } = await opened({ javaScriptEnabled: false })
    await pay(page, '4242424242424242')
    await page.waitForURL(`${back}/done**`)
    expect((await state()).payment_status).toBe('paid')
    await page.context().close()
  },
  30_000,
)

test.skipIf(!hasBrowser).each(['light', 'dark'] as const)(
  unlessSkipped('the pages have no fault that axe finds, %s'),
  async (colorScheme) => {
    const { page, session } = await opened({ colorScheme })
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Promotion code').fill('none')
    await page.getByRole('button', { name: 'Apply' }).click()
    await page.getByText('This code is invalid.').waitFor()
    expect(await violations(page)).toEqual([])
    await stripe.checkout.sessions.expire(session.id)
    await page.goto(`${door.url}/c/pay/${session.id}`)
    await page.getByRole('heading', { name: 'This checkout has expired' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.context().close()
  },
  30_000,
)
