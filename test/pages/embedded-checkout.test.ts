import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasBrowser, unlessSkipped } from '../support/browser.js'
import { answered } from './support/shop-page.js'
import { openStage, type Stage } from './support/stage.js'

let stage: Stage
beforeAll(async () => {
  if (hasBrowser) stage = await openStage()
})
afterAll(() => stage?.close())

test.skipIf(!hasBrowser).each([
  ['goes on to the shop', 'always'],
  ['tells the page and stays', 'never'],
] as const)(
  unlessSkipped('an embedded checkout is paid after 3D Secure and %s'),
  async (_what, redirect) => {
    const session = await stage.stripe.checkout.sessions.create({
      mode: 'payment',
      ui_mode: 'embedded_page',
      redirect_on_completion: redirect,
      ...(redirect === 'always' && { return_url: `${stage.shop.url}/done?session={CHECKOUT_SESSION_ID}` }),
      line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 1250, product_data: { name: 'Tea' } } }],
    })
    const page = await stage.visit(
      `const embedded = await stripe.createEmbeddedCheckoutPage({ clientSecret: '${session.client_secret}', onComplete: () => answer({ complete: true }) })
      embedded.mount('#element')`,
      { plain: true },
    )
    const frame = page.frameLocator('#element iframe')
    await frame.getByLabel('Email').fill('ada@shop.example')
    await frame.getByLabel('Card number').fill('4000002760003184')
    await frame.getByLabel('Expiration').fill('12 / 34')
    await frame.getByLabel('CVC').fill('123')
    await frame.getByLabel('Cardholder name').fill('Ada')
    await frame.getByRole('button', { name: /^Pay €/ }).click()
    await frame.getByRole('button', { name: 'Complete' }).click()
    if (redirect === 'always') await page.waitForURL(`${stage.shop.url}/done?session=${session.id}`)
    else expect(await answered(page)).toEqual({ complete: true })
    expect((await stage.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid')
    await page.context().close()
  },
  30_000,
)
