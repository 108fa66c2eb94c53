import AxeBuilder from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNodeDoor, type NodeDoor } from '../../src/doors/node/node-door.js'
import { createControl } from '../../src/engine/control/control.js'
import { account } from '../mocks/mailchimp/transactional/support/account.js'
import { hasBrowser, openBrowser, PATIENCE, unlessSkipped } from '../support/browser.js'

// A developer who looks at what the program under test has sent.
let browser: Browser
let controlDoor: NodeDoor
let door: NodeDoor
let shop: Awaited<ReturnType<typeof account>>

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await openBrowser()
  shop = await account()
  const control = createControl(shop.sandbox, { token: 'token' })
  controlDoor = await createNodeDoor({ handle: control.handle, port: 0 })
  door = await createNodeDoor({ handle: shop.sandbox.handle, vendor: 'mailchimp', port: 0 })
  await send(HTML)
})

afterAll(async () => {
  await browser?.close()
  await controlDoor?.close()
  await door?.close()
  shop?.sandbox.close()
})

const HTML = `<body style="font-family:sans-serif"><h1 style="color:#225">Thank you, Ada</h1><p>Your order <b>42</b> is paid.</p>
<p><a href="*|UNSUB:|*">No more of these</a></p><script>document.title='ran'</script><img src="https://pictures.test/a.png"></body>`

/** Through the door, so that links lead to where a browser finds it. */
async function send(html: string): Promise<void> {
  const message = {
    from_email: 'shop@example.com',
    from_name: 'Shop',
    subject: 'Order 42 <paid>',
    html,
    merge: true,
    to: [{ email: 'ada@example.com', name: 'Ada' }],
  }
  const body = JSON.stringify({ key: shop.keys.real, message })
  const reply = await fetch(`${door.url}/api/1.0/messages/send`, { method: 'POST', body })
  expect(reply.status).toBe(200)
}

async function openList(colorScheme: 'light' | 'dark'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 760 }, colorScheme })
  page.setDefaultTimeout(PATIENCE)
  await page.goto(`${controlDoor.url}/_standin/worlds/default/mail/page`)
  return page
}

test.skipIf(!hasBrowser)(
  unlessSkipped('mail is found and read with the keyboard, and nothing in it runs or is loaded'),
  async () => {
    const page = await openList('light')
    const asked: string[] = []
    page.on('requestfinished', (request) => asked.push(request.url()))
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').textContent()).toBe('Order 42 <paid>')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/page$/)
    await page.frameLocator('iframe').locator('h1').waitFor()
    expect(await page.frameLocator('iframe').locator('h1').textContent()).toBe('Thank you, Ada')
    expect(await page.title()).toBe('Order 42 <paid>')
    expect(asked.filter((url) => url.includes('pictures.test') || url.includes('/track/open'))).toEqual([])
    expect(await page.frameLocator('iframe').locator('title').count()).toBe(0)
    if (process.env.STANDIN_SCREENSHOTS)
      await page.screenshot({ path: `${process.env.STANDIN_SCREENSHOTS}/mail-light.png`, fullPage: true })
    await page.close()
  },
  30_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('a link in the mail opens in a window of its own, and works'),
  async () => {
    const page = await openList('dark')
    await page.getByRole('link', { name: 'Order 42 <paid>' }).click()
    await page.frameLocator('iframe').locator('h1').waitFor()
    if (process.env.STANDIN_SCREENSHOTS)
      await page.screenshot({ path: `${process.env.STANDIN_SCREENSHOTS}/mail-dark.png`, fullPage: true })
    const [popup] = await Promise.all([
      page.waitForEvent('popup'),
      page.frameLocator('iframe').getByRole('link', { name: 'No more of these' }).click(),
    ])
    await popup.waitForLoadState()
    expect(await popup.locator('h1').textContent()).toBe('Unsubscribed')
    expect(await shop.ok('rejects/list')).toMatchObject([{ email: 'ada@example.com', reason: 'unsub' }])
    await popup.close()
    await page.close()
  },
  30_000,
)

test.skipIf(!hasBrowser).each(['light', 'dark'] as const)(
  unlessSkipped('the pages have no fault that axe finds, %s'),
  async (scheme) => {
    const page = await openList(scheme)
    for (const at of ['list', 'message']) {
      if (at === 'message') await page.getByRole('link', { name: 'Order 42 <paid>' }).click()
      await page.evaluate(AxeBuilder.source)
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string }[] }> }
        }
        return (await axe.run({ iframes: false })).violations.map(({ id }) => id)
      })
      expect(violations, at).toEqual([])
    }
    await page.close()
  },
  30_000,
)
