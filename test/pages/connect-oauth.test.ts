import { createServer } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import Stripe from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stripe as vendor } from '../../mocks/stripe/index.js'
import { createNodeDoor, type NodeDoor } from '../../src/doors/node/node-door.js'
import { Sandbox } from '../../src/engine/sandbox.js'
import { hasBrowser, openBrowser, PATIENCE, unlessSkipped } from '../support/browser.js'

// The owner of an account in a browser, and the platform that they come back to.
let browser: Browser
let door: NodeDoor
let sandbox: Sandbox
let stripe: Stripe
let client = ''
let back = ''
const platform = createServer((_request, response) => response.end('Back at the platform'))

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await openBrowser()
  const connect = { name: '<i>Market</i>' }
  sandbox = await Sandbox.create({ vendors: [vendor], limits: false, settings: { stripe: { connect } } })
  door = await createNodeDoor({ handle: sandbox.handle, vendor: 'stripe', port: 0 })
  const runtime = sandbox.runtime('stripe')
  const credentials = runtime ? vendor.credentials.list(sandbox.defaultWorld.view(runtime, '')) : []
  const credential = (name: string) => credentials.find(({ variable }) => variable === name)?.value ?? ''
  client = credential('STRIPE_CLIENT_ID')
  stripe = new Stripe(credential('STRIPE_SECRET_KEY'), { host: '127.0.0.1', port: door.port, protocol: 'http' })
  await new Promise<void>((resolve) => platform.listen(0, '127.0.0.1', resolve))
  const address = platform.address()
  back = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/connected`
})

afterAll(async () => {
  platform.close()
  await browser?.close()
  sandbox?.close()
  await door?.close()
})

async function opened(colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const url = new URL(stripe.oauth.authorizeUrl({ client_id: client, redirect_uri: back, state: 'a&b' }))
  const page = await browser.newPage({ viewport: { width: 640, height: 640 }, colorScheme })
  page.setDefaultTimeout(PATIENCE)
  // The SDK leaves the port out.
  await page.goto(`http://127.0.0.1:${door.port}${url.pathname}${url.search}`)
  if (process.env.STANDIN_SCREENSHOTS)
    await page.screenshot({ path: `${process.env.STANDIN_SCREENSHOTS}/connect-oauth-${colorScheme}.png` })
  return page
}

test.skipIf(!hasBrowser)(
  unlessSkipped('a person connects with the keyboard, and comes back to do it again'),
  async () => {
    const connect = async (page: Page, button: string) => {
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').textContent()).toBe(button)
      await page.keyboard.press('Enter')
      await page.waitForURL(`${back}?**`)
      const said = new URL(page.url()).searchParams
      expect(said.get('state')).toBe('a&b')
      return stripe.oauth.token({ grant_type: 'authorization_code', code: said.get('code') ?? '' })
    }
    const page = await opened()
    expect(await page.locator('main').textContent()).toContain('<i>Market</i> asks to be let into your account')
    const { stripe_user_id: account = '' } = await connect(page, 'Connect a new account')
    const { email } = await stripe.accounts.retrieve(account)

    await stripe.oauth.deauthorize({ client_id: client, stripe_user_id: account })
    const again = await connect(await opened('dark'), `Connect ${email ?? account}`)
    expect(again.stripe_user_id).toBe(account)
  },
)

test.skipIf(!hasBrowser)(unlessSkipped('a person who refuses is sent back with access_denied'), async () => {
  const page = await opened()
  await page.getByRole('button', { name: 'Refuse' }).click()
  await page.waitForURL(`${back}?**`)
  expect(new URL(page.url()).searchParams.get('error')).toBe('access_denied')
})
