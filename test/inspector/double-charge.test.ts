import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stripe } from '../../mocks/stripe/index.js'
import { unpackBundle } from '../../src/engine/bundles/bundle.js'
import { replayBundle } from '../../src/engine/bundles/replay-bundle.js'
import { hasBrowser, openBrowser, unlessSkipped } from '../support/browser.js'
import { go, type Inspected, inspected, openInspector, picture, TOKEN } from './support/inspected.js'

// QA reproduces "charged twice because the webhook was late", sees why, and hands it on: by clicks alone. The shop is a program
// of its own that runs all the while.
let browser: Browser
let sandbox: Inspected

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await openBrowser()
  sandbox = await inspected({ vendors: [stripe] })
})

afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
})

async function freePort(): Promise<number> {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as { port: number }
  await new Promise((resolve) => holder.close(resolve))
  return port
}

/** Starts a shop as a program of its own, which finds its key as any program of the user's does. */
async function startShop(kind: 'careless' | 'careful', port: number, secret: string): Promise<ChildProcess> {
  const program = spawn(process.execPath, [fileURLToPath(new URL(`../samples/${kind}/shop.mjs`, import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      STRIPE_URL: sandbox.doorOf('stripe'),
      STRIPE_WEBHOOK_SECRET: secret,
      STANDIN_CONTROL_URL: sandbox.url,
      STANDIN_TOKEN: TOKEN,
      STANDIN_WORLD: kind,
    },
  })
  await new Promise<void>((resolve) => {
    program.stdout?.on('data', (data) => {
      if (String(data).includes('listening on')) resolve()
    })
  })
  return program
}

async function buyTwice(shop: string): Promise<void> {
  const ask = (path: string, body?: object) =>
    fetch(`${shop}${path}`, body ? { method: 'POST', body: JSON.stringify(body) } : {})
  await ask('/orders', { id: 'ord_1', amount: 2000, card: 'pm_card_visa' })
  await ask('/orders/ord_1/success')
  await ask('/orders/ord_1/pay', { card: 'pm_card_visa' })
}

/** Adds the shop's endpoint on the page, and gives the secret that the page says. */
async function addEndpoint(page: Page, url: string): Promise<string> {
  await page.getByRole('link', { name: 'Webhooks', exact: true }).click()
  await page.getByLabel('Address of your program').fill(`${url}/webhooks/stripe`)
  await page.getByRole('button', { name: 'Add an endpoint' }).click()
  const told = await page.getByText(/Its secret: whsec_/).textContent()
  return /whsec_\w+/.exec(told ?? '')?.[0] ?? ''
}

async function beginScenario(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Scenarios' }).click()
  await page.getByLabel('Search').fill('webhook was late')
  await page.getByRole('option', { name: /Charged twice because the webhook was late/ }).click()
  await page.getByText('What is expected in the end').waitFor()
  await page.getByRole('button', { name: 'Begin this scenario' }).click()
  await page.getByRole('button', { name: 'Empty it and begin' }).click()
  await page.getByText('Going on').waitFor()
}

const state = (page: Page, text: string) =>
  page.locator('.expectations li', { hasText: text }).getAttribute('data-state')

/** From the scenario to the bundle, by clicks alone; the way it ends is for each shop. */
async function play(kind: 'careless' | 'careful', judged: (page: Page) => Promise<void>): Promise<Buffer> {
  const { page, wrong } = await openInspector(browser, sandbox.url)
  // A world of its own: what one shop leaves behind is nothing to the other.
  await sandbox.api('POST', '/worlds', { name: kind })
  await page.locator('.top select').selectOption(kind)
  const port = await freePort()
  const shop = `http://127.0.0.1:${port}`
  const program = await startShop(kind, port, await addEndpoint(page, shop))
  try {
    await beginScenario(page)
    await buyTwice(shop)
    await judged(page)
    await picture(page, `inspector-${kind}`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as a bundle' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`${kind}-charged-twice-late-webhook.standin`)
    expect(wrong).toEqual([])
    return await readFile(await download.path())
  } finally {
    program.kill()
    await page.getByRole('button', { name: 'Stop the scenario' }).click()
    await page.close()
  }
}

const ONE_CHARGE = 'exactly one succeeded charge'

test.skipIf(!hasBrowser)(
  unlessSkipped('the careless shop charges twice: the expectation breaks while one looks, and what happened is a file'),
  async () => {
    const began = performance.now()
    const bytes = await play('careless', async (page) => {
      await page.locator('.expectations li[data-state=broken]', { hasText: ONE_CHARGE }).waitFor()
      await page.getByText(/ord_1: 2: ch_/).waitFor()
      await page.getByText(/asked 2 times/).waitFor({ timeout: 40_000 })
      await page.getByRole('button', { name: 'My program is done: judge it' }).click()
      await page.locator('.verdict.bad', { hasText: '2 of 3 expectations are broken' }).waitFor()
      await go(page, 'timeline')
      await page
        .getByRole('option', { name: /webhook payment_intent.succeeded/ })
        .first()
        .click()
      await page.getByRole('region', { name: 'It came of' }).getByText('POST /v1/payment_intents').waitFor()
      await page
        .getByRole('region', { name: 'What came of it' })
        .getByText(/POST \/v1\/payment_intents\/pi_/)
        .waitFor()
      await picture(page, 'inspector-timeline')
      await page.emulateMedia({ colorScheme: 'dark' })
      await picture(page, 'inspector-timeline-dark')
      await page.emulateMedia({ colorScheme: 'light' })
      await go(page, 'scenarios')
      await page.getByText('2 of 3 expectations are broken').waitFor()
    })
    expect(performance.now() - began).toBeLessThan(60_000)
    const replayed = await replayBundle(unpackBundle(bytes, 'the file'), [stripe])
    expect(replayed.first).toBeUndefined()
    expect(replayed.requests).toBeGreaterThanOrEqual(4)
  },
  100_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('the careful shop passes the same'),
  async () => {
    const began = performance.now()
    await play('careful', async (page) => {
      await page.locator('.expectations li[data-state=held]', { hasText: 'is accepted' }).waitFor({ timeout: 40_000 })
      await page.getByRole('button', { name: 'My program is done: judge it' }).click()
      await page.locator('.verdict.good', { hasText: 'all 3 expectations held' }).waitFor()
      expect(await state(page, ONE_CHARGE)).toBe('held')
    })
    expect(performance.now() - began).toBeLessThan(60_000)
  },
  100_000,
)
