import { createServer, type Server } from 'node:http'
import type { Browser, Page } from 'playwright-core'
import { Stripe } from 'stripe'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stripe } from '../../mocks/stripe/index.js'
import { hasBrowser, openBrowser, unlessSkipped } from '../support/browser.js'
import { go, type Inspected, inspected, openInspector } from './support/inspected.js'

// What a person does on the page, and what a program on the other side sees of it.
let browser: Browser
let sandbox: Inspected
let receiver: Server
let endpoint = ''
let secret = ''
/** What the program answers now. */
let answers = 200
/** What came, each with whether its signature is right. */
const came: { readonly body: string; readonly genuine: boolean }[] = []

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await openBrowser()
  sandbox = await inspected({ vendors: [stripe] })
  receiver = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    came.push({ body, genuine: isGenuine(body, String(request.headers['stripe-signature'])) })
    response.writeHead(answers).end('ok')
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as { port: number }
  endpoint = `http://127.0.0.1:${port}/hook`
  secret = (
    await sandbox.api<{ secret: string }>('POST', '/worlds/default/webhooks', { vendor: 'stripe', url: endpoint })
  ).secret
})

afterAll(async () => {
  await browser?.close()
  receiver?.close()
  await sandbox?.close()
})

function isGenuine(body: string, signature: string): boolean {
  try {
    Stripe.webhooks.constructEvent(body, signature, secret)
    return true
  } catch {
    return false
  }
}

const types = () => came.map(({ body }) => (JSON.parse(body) as { type: string }).type)

const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent')

async function trigger(page: Page, type: string): Promise<void> {
  await page.getByLabel('Event', { exact: true }).fill(type)
  await page.getByRole('button', { name: 'Make an event happen' }).click()
  await page.getByText(`${type} happened; 1 told.`).waitFor()
}

test.skipIf(!hasBrowser)(
  unlessSkipped('webhooks are held, forged, let out in the wrong order, sent twice and edited'),
  async () => {
    const { page, wrong } = await openInspector(browser, sandbox.url)
    await go(page, 'webhooks')
    await page.getByRole('button', { name: 'Hold', exact: true }).click()
    await page.locator('.endpoints .mark', { hasText: 'holding' }).waitFor()
    await trigger(page, 'customer.created')
    await trigger(page, 'charge.succeeded')
    expect(came).toEqual([])
    await page.getByRole('option', { name: /charge.succeeded/ }).click()
    await page.getByLabel('Forge it').selectOption('secret')
    await page.getByRole('button', { name: 'Send it so' }).click()
    await page.getByText('It was accepted: 200.').waitFor()
    expect(came.map(({ genuine }) => genuine)).toEqual([false])
    came.length = 0
    await page.getByRole('button', { name: 'Release all in the wrong order' }).click()
    await page.getByText('All were released, newest first.').waitFor()
    expect(types()).toEqual(['charge.succeeded', 'customer.created'])
    came.length = 0
    await page.getByRole('button', { name: 'Send it twice' }).click()
    await page.getByText('It was sent twice. The answers: 200; 200.').waitFor()
    expect(types()).toEqual(['charge.succeeded', 'charge.succeeded'])
    came.length = 0
    await page.getByRole('button', { name: 'Edit and send…' }).click()
    await page.getByRole('textbox', { name: 'Body' }).fill('{"type":"edited by hand"}')
    await page.route('**/edited', (route) => setTimeout(() => route.abort(), 1200), { times: 1 })
    await page.getByRole('button', { name: 'Send it', exact: true }).click()
    await page.getByText('Wait: It is going on').waitFor()
    await page.getByText('The sandbox does not answer.').waitFor()
    expect(await page.getByText('Wait: It is going on').count()).toBe(0)
    // What was written is still there.
    await page.getByRole('button', { name: 'Send it', exact: true }).click()
    await expect.poll(types).toEqual(['edited by hand'])
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('Edit and send…')
    expect(came[0]?.genuine).toBe(true)
    await page.getByRole('button', { name: 'Stop holding' }).click()
    await page.getByText('Deliveries go out by themselves again.').waitFor()
    came.length = 0
    await trigger(page, 'invoice.paid')
    await expect.poll(types).toEqual(['invoice.paid'])
    await page.getByRole('option', { name: /invoice.paid/ }).click()
    await page.getByLabel('Forge it').selectOption('body')
    await page.getByRole('button', { name: 'Send it so' }).click()
    await expect.poll(() => came.map(({ genuine }) => genuine)).toEqual([true, false])
    came.length = 0
    await trigger(page, 'invoice.created')
    await page.getByRole('button', { name: 'Last two in the wrong order' }).click()
    await expect.poll(types).toEqual(['invoice.created', 'invoice.created', 'invoice.paid'])
    answers = 503
    await page.getByRole('button', { name: 'Send it again' }).click()
    await page.getByText(/It was sent again. The answer: 503/).waitFor()
    answers = 200
    await page.getByLabel('Search').fill('of no such type')
    await page.getByRole('button', { name: /^Show all/ }).click()
    await page.getByRole('option', { name: /invoice.created/ }).waitFor()
    expect(wrong.filter((each) => !each.includes('ERR_FAILED'))).toEqual([])
    await page.close()
  },
  60_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('a fault is added, seen to happen, turned off and on again'),
  async () => {
    const { page, wrong } = await openInspector(browser, sandbox.url)
    await go(page, 'faults')
    await page.getByLabel('What goes wrong').selectOption('status')
    await page.getByRole('spinbutton', { name: 'Status' }).fill('503')
    await page.getByLabel('Vendor').selectOption('stripe')
    await page.getByLabel('Operation').fill('GET /v1/customers')
    await page.getByRole('button', { name: 'Add it' }).click()
    await page.getByRole('cell', { name: 'status: status 503', exact: true }).waitFor()
    const { environment } = await sandbox.api<{ environment: Record<string, string> }>(
      'GET',
      '/worlds/default/credentials',
    )
    const ask = async () => {
      const headers = { authorization: `Bearer ${environment.STRIPE_SECRET_KEY}` }
      return (await fetch(`${sandbox.doorOf('stripe')}/v1/customers`, { headers })).status
    }
    expect(await ask()).toBe(503)
    await page.getByRole('row', { name: /status 503.*1 1/ }).waitFor()
    await page.getByRole('button', { name: 'Turn off' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Everything works').waitFor()
    // The button is gone: the focus is on what was round it, not at the top of the page.
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('SECTION')
    expect(await ask()).toBe(200)
    await sandbox.api('POST', '/worlds', { name: 'other' })
    await page.locator('.top select').selectOption('other')
    await page.getByText('Faults in “other”').waitFor()
    expect(await page.getByRole('button', { name: 'Turn on' }).count()).toBe(0)
    await page.locator('.top select').selectOption('default')
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.getByRole('cell', { name: 'status: status 503', exact: true }).waitFor()
    expect(await ask()).toBe(503)
    await page.getByRole('button', { name: 'Turn off' }).click()
    await page.getByText('Everything works').waitFor()
    expect(wrong).toEqual([])
    await page.close()
  },
  60_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('a state is kept and given back, and a bundle is saved and opened'),
  async () => {
    const { page, wrong } = await openInspector(browser, sandbox.url)
    await go(page, 'snapshots')
    await page.getByLabel('Name').fill('before')
    await page.getByRole('button', { name: 'Keep the state' }).click()
    await page.getByRole('cell', { name: 'before', exact: true }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save a bundle' }).click(),
    ])
    await page.getByLabel('File').setInputFiles(await download.path())
    await page.getByText('All the same').waitFor()
    await page.getByRole('button', { name: 'Restore' }).click()
    await page.getByRole('button', { name: 'Leave it' }).click()
    expect(await focused(page)).toBe('Restore')
    await page.getByRole('button', { name: 'Restore' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click()
    await page.getByText('is as it was in “before”').waitFor()
    await page.getByRole('button', { name: 'Forget before' }).click()
    await page.getByText('None yet').waitFor()
    expect(wrong).toEqual([])
    await page.close()
  },
  60_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('credentials are hidden until they are wanted, and the clock goes to what is next'),
  async () => {
    const { page } = await openInspector(browser, sandbox.url)
    await go(page, 'credentials')
    const row = page.getByRole('row', { name: /STRIPE_SECRET_KEY/ })
    expect(await row.textContent()).toContain('••••')
    await row.getByRole('button', { name: /Reveal/ }).click()
    expect(await row.textContent()).toMatch(/sk_test_\w{20}/)
    await page.getByText('Who uses them, and new ones').first().click()
    await page.getByRole('button', { name: 'New one for restricted key (read only)' }).click()
    await page.getByRole('button', { name: 'Make a new one' }).click()
    await page.getByRole('row', { name: /└ STRIPE_RESTRICTED_KEY .* until 20/ }).waitFor()
    await page.getByText('What they may do, beside what they did').first().click()
    await page
      .getByRole('region', { name: /restricted key/ })
      .getByText('rak_all_read')
      .first()
      .waitFor()
    receiver.close()
    receiver.closeAllConnections()
    await sandbox.api('POST', '/worlds/default/events', { vendor: 'stripe', type: 'customer.created' })
    await go(page, 'clock')
    await page.getByText('webhook customer.created').first().waitFor()
    const { clock } = sandbox.sandbox.defaultWorld
    const before = clock.now()
    await page.getByRole('button', { name: 'To what is next' }).click()
    await page.getByText(/Done: It is 20/).waitFor()
    expect(clock.now()).toBeGreaterThan(before + 60_000)
    await page.close()
  },
  60_000,
)
