import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stripe as vendor } from '../../mocks/stripe/index.js'
import { createNodeDoor, type NodeDoor } from '../../src/doors/node/node-door.js'
import { Sandbox } from '../../src/engine/sandbox.js'
import { hasBrowser, openBrowser, PATIENCE, unlessSkipped } from '../support/browser.js'

// A person in a browser, as a shop's customer would meet the page.
let browser: Browser
let door: NodeDoor
let sandbox: Sandbox
let stripe: Stripe
const shop = createServer((_request, response) => response.end('Back in the shop'))
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
  back = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/order/42`
})

afterAll(async () => {
  shop.close()
  await browser?.close()
  sandbox?.close()
  await door?.close()
})

async function challenged(description: string): Promise<{ intent: Stripe.PaymentIntent; page: Page }> {
  const intent = await stripe.paymentIntents.create({
    amount: 4999,
    currency: 'eur',
    confirm: true,
    description,
    payment_method: 'pm_card_authenticationRequired',
    return_url: back,
  })
  const page = await browser.newPage({ viewport: { width: 640, height: 560 } })
  page.setDefaultTimeout(PATIENCE)
  await page.goto(intent.next_action?.redirect_to_url?.url ?? '')
  return { intent, page }
}

test.skipIf(!hasBrowser)(
  unlessSkipped('a person passes 3D Secure with the keyboard, and the payment is made'),
  async () => {
    const { intent, page } = await challenged('Order 42')
    expect(await page.locator('dl').textContent()).toContain('€49.99 EUR')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Complete')
    if (process.env.STANDIN_SCREENSHOTS)
      await page.screenshot({ path: `${process.env.STANDIN_SCREENSHOTS}/three-d-secure.png` })
    await page.keyboard.press('Enter')
    await page.waitForURL(`${back}?**`)
    expect(new URL(page.url()).searchParams.get('redirect_status')).toBe('succeeded')
    expect((await stripe.paymentIntents.retrieve(intent.id)).status).toBe('succeeded')
  },
)

test.skipIf(!hasBrowser)(
  unlessSkipped('a person who fails it has not paid, and comes back to the shop knowing it'),
  async () => {
    const { intent, page } = await challenged('Order 43')
    await page.getByRole('button', { name: 'Fail' }).click()
    await page.waitForURL(`${back}?**`)
    expect(new URL(page.url()).searchParams.get('redirect_status')).toBe('failed')
    const failed = await stripe.paymentIntents.retrieve(intent.id)
    expect([failed.status, failed.last_payment_error?.code]).toEqual([
      'requires_payment_method',
      'payment_intent_authentication_failure',
    ])
  },
)

test.skipIf(!hasBrowser)(unlessSkipped('a description with markup is shown, never run'), async () => {
  const { page } = await challenged('<img src=x onerror="document.title=1"><script>document.title=2</script>')
  expect(await page.locator('dl').textContent()).toContain('<script>')
  expect(await page.title()).toBe('3D Secure test page')
})
