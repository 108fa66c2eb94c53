import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasBrowser, openBrowser, unlessSkipped } from '../support/browser.js'
import { toyShop } from '../support/toy-shop.js'
import { go, type Inspected, inspected, openInspector, TOKEN } from './support/inspected.js'

// The page itself: its token, its lists, what it follows.
let browser: Browser
let sandbox: Inspected

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await openBrowser()
  sandbox = await inspected({ vendors: [toyShop()] })
})

afterAll(async () => {
  await browser?.close()
  await sandbox?.close()
})

async function ask(target: string): Promise<void> {
  await fetch(`${sandbox.doorOf('shop')}${target}`)
}

/** Entries as the log has them, of one request that was real. */
async function fillLog(count: number, from = 0): Promise<void> {
  const { log } = sandbox.sandbox.defaultWorld
  if (log.size === 0) await ask('/v1/first')
  const [entry] = log.list({ limit: 1 })
  if (!entry) throw new Error('There is no entry.')
  for (let i = from; i < from + count; i++) log.add({ ...entry, id: `req_${i}`, target: `/v1/things/${i}` })
}

const rows = (page: Page) => page.locator('main [role=option]')

test.skipIf(!hasBrowser)(
  unlessSkipped(
    'the token of the printed address goes out of the address, stays in the tab, and lets things be changed',
  ),
  async () => {
    const { page, wrong } = await openInspector(browser, sandbox.url)
    await page.locator('.top').getByText('● live').waitFor()
    expect(page.url()).not.toContain(TOKEN)
    expect(await page.evaluate('history.length')).toBeLessThanOrEqual(2)
    await page.reload()
    await go(page, 'clock')
    await page.getByRole('button', { name: 'Freeze it' }).click()
    await page.getByText('The clock stands still.').waitFor()
    await page.getByRole('button', { name: 'Let it run' }).click()
    await page.getByText('The clock runs.').waitFor()
    expect(wrong).toEqual([])
    await page.close()
  },
  40_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('without the token it looks and changes nothing, and says where the token is; a wrong one is told too'),
  async () => {
    const { page } = await openInspector(browser, sandbox.url, { hash: '' })
    await page.getByText('opened without the token').waitFor()
    await go(page, 'clock')
    await page.getByRole('button', { name: 'Freeze it' }).click()
    await page.getByText('This needs the token of the sandbox.').waitFor()
    expect(sandbox.sandbox.defaultWorld.clock.frozen).toBe(false)
    await page.getByLabel('Token').fill('another')
    await page.getByRole('button', { name: 'Use it' }).click()
    await page.getByRole('button', { name: '1 minute' }).click()
    await page.getByText('was it started anew?').waitFor()
    await page.getByLabel('Token').fill(`${sandbox.url}/#token=${TOKEN}`)
    await page.getByRole('button', { name: 'Use it' }).click()
    await page.getByRole('button', { name: '1 minute' }).click()
    await page.getByText('1 minute went by.').waitFor()
    await page.close()
  },
  40_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('the address that is printed after a new start, opened in the tab that is there, brings its token in'),
  async () => {
    const { page } = await openInspector(browser, sandbox.url, { hash: '#token=of-yesterday' })
    await go(page, 'clock')
    await page.getByRole('button', { name: '1 minute' }).click()
    await page.getByText('was it started anew?').waitFor()
    await page.evaluate(`location.hash = '#token=${TOKEN}'`)
    await page.getByText('was it started anew?').waitFor({ state: 'detached' })
    expect(page.url()).toBe(`${sandbox.url}/#/clock`)
    await page.getByRole('button', { name: '1 minute' }).click()
    await page.getByText('1 minute went by.').waitFor()
    await page.close()
  },
  40_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('of 10,000 requests only those that are seen are rendered, from the first to the last'),
  async () => {
    await fillLog(10_000)
    const { page } = await openInspector(browser, sandbox.url)
    await page.getByText('/v1/things/9999').waitFor()
    expect(await rows(page).count()).toBeLessThan(60)
    const list = page.getByRole('listbox')
    await list.focus()
    await page.keyboard.press('End')
    await page.getByText('/v1/things/0', { exact: true }).waitFor()
    expect(await rows(page).count()).toBeLessThan(60)
    await list.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }))
    await page
      .getByText(/\/v1\/things\/5\d\d\d/)
      .first()
      .waitFor()
    expect(await rows(page).count()).toBeLessThan(60)
    await page.close()
  },
  60_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('what is read stays in its place while requests come in above it'),
  async () => {
    const { page } = await openInspector(browser, sandbox.url)
    await page.getByText('/v1/things/9999').waitFor()
    await page.getByRole('listbox').evaluate((element) => element.scrollTo(0, 4400))
    await page.getByText('/v1/things/9890').waitFor()
    const place = () =>
      page.getByText('/v1/things/9890', { exact: true }).evaluate((each) => each.getBoundingClientRect().top)
    const before = await place()
    await fillLog(300, 10_000)
    await page.getByText(/^10,000 of 10,000/).waitFor()
    await page.waitForTimeout(500)
    expect(Math.abs((await place()) - before)).toBeLessThan(2)
    await page.getByRole('listbox').evaluate((element) => element.scrollTo(0, 0))
    await page.getByText('/v1/things/10299').waitFor()
    await page.close()
  },
  60_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('what comes while the log is being read is not missed, and a world that is left is not shown late'),
  async () => {
    const { page } = await openInspector(browser, sandbox.url)
    await page.getByText('/v1/things/10299').waitFor()
    await sandbox.api('POST', '/worlds', { name: 'quiet' })
    await page.locator('.top select').selectOption('quiet')
    await page.getByText('No request yet.').waitFor()
    const answers: (() => void)[] = []
    await page.route('**/worlds/default/logs*', async (route) => {
      const response = await route.fetch()
      await new Promise<void>((resolve) => answers.push(resolve))
      await route.fulfill({ response })
    })
    await page.locator('.top select').selectOption('default')
    await expect.poll(() => answers.length).toBe(1)
    await fillLog(1, 20_000)
    await page.waitForTimeout(300)
    answers[0]?.()
    await page.getByText('/v1/things/20000').waitFor()
    await page.locator('.top select').selectOption('quiet')
    await page.getByText('No request yet.').waitFor()
    await page.locator('.top select').selectOption('default')
    await expect.poll(() => answers.length).toBe(2)
    await page.locator('.top select').selectOption('quiet')
    answers[1]?.()
    await page.getByText('No request yet.').waitFor()
    await page.waitForTimeout(300)
    expect(await rows(page).count()).toBe(0)
    await page.close()
  },
  40_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('it follows a reset, another world, and a sandbox that is gone'),
  async () => {
    const { page } = await openInspector(browser, sandbox.url)
    await page.getByText('/v1/things/10299').waitFor()
    await sandbox.api('POST', '/worlds/default/reset')
    await page.getByText('No request yet.').waitFor()
    await sandbox.api('POST', '/worlds', { name: 'other' })
    await page.locator('.top select').selectOption('other')
    await page.getByText('No request yet.').waitFor()
    await go(page, 'worlds')
    await page.getByRole('button', { name: 'Remove other' }).click()
    await page.getByRole('button', { name: 'Remove it' }).click()
    await page.getByText('“other” is gone.').waitFor()
    expect(await page.locator('.top select').inputValue()).toBe('default')
    await page.locator('.top select').selectOption('quiet')
    await page.getByText('looked at').waitFor()
    await sandbox.api('DELETE', '/worlds/quiet')
    await page.getByText('The world “quiet” is gone.').waitFor()
    expect(await page.locator('.top select').inputValue()).toBe('default')
    await page.close()
  },
  40_000,
)
