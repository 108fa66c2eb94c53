import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasBrowser, openBrowser, unlessSkipped } from '../support/browser.js'
import { PAYLOAD, plant } from './support/hostile.js'
import { go, type Inspected, inspected, type Opened, openInspector, picture } from './support/inspected.js'
import { unreachable } from './support/tab-walk.js'

// Every view, over a sandbox that is full of hostile data of every vendor.
let browser: Browser
let sandbox: Inspected
let planted: Awaited<ReturnType<typeof plant>>
/** For what needs no page of its own. */
let shared: Opened

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await openBrowser()
  sandbox = await inspected()
  planted = await plant(sandbox)
  // The first time it reads and checks all of them.
  await sandbox.api('GET', '/scenarios')
  shared = await openInspector(browser, sandbox.url)
  await shared.page.evaluate(axe.source)
}, 60_000)

afterAll(async () => {
  planted?.close()
  await browser?.close()
  await sandbox?.close()
})

/** Each view with the text that says that it is there. */
const VIEWS: readonly (readonly [view: string, there: string | RegExp])[] = [
  ['requests', 'Empty the log'],
  ['timeline', 'Only what belongs to the chosen'],
  ['webhooks', 'Make an event happen'],
  ['state', 'Resource'],
  ['scenarios', /^\d+ of \d+$/],
  ['faults', 'Add a fault'],
  ['clock', 'What is to come'],
  ['snapshots', 'Open a bundle'],
  ['worlds', 'A new world'],
  ['credentials', 'Copy'],
  ['limits', /Limits in/],
  ['coverage', /of \d{3}/],
]

async function open(page: Page, view: string, there: string | RegExp): Promise<void> {
  await go(page, view)
  await page.locator('main').getByText(there).first().waitFor()
}

async function chooseFirst(page: Page): Promise<void> {
  const first = page.locator('main [role=option]').first()
  if ((await first.count()) === 0) return
  await first.click()
  await settled(page)
}

/** Nothing is being waited for any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate('new Promise(requestAnimationFrame)')
  await page.locator('main').getByText('…', { exact: true }).first().waitFor({ state: 'hidden' })
}

/** In the page: what is folded is opened, what is cut is shown whole. */
const OPEN_ALL = `(() => {
  for (const each of document.querySelectorAll('.detail details')) each.open = true
  for (const each of document.querySelectorAll('.detail button')) if (/Show all/.test(each.textContent)) each.click()
})()`
const ODD = 'main img, main script, main svg:not(.picture), main iframe'

/** What was planted has stayed text. */
async function ranNothing(page: Page): Promise<void> {
  expect(await page.evaluate("'ran' in globalThis")).toBe(false)
  expect(await page.evaluate(`document.querySelectorAll(${JSON.stringify(ODD)}).length`)).toBe(0)
  expect(shared.wrong).toEqual([])
}

async function violations(page: Page, contrastAlone: boolean): Promise<string[]> {
  return page.evaluate(async (only) => {
    type Found = { id: string; impact: string; nodes: { html: string }[] }
    const { axe: runner } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Found[] }> } }
    const found = await runner.run(only ? { runOnly: ['color-contrast'] } : { resultTypes: ['violations'] })
    return found.violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 160)}`)
  }, contrastAlone)
}

describe.skipIf(!hasBrowser).each(VIEWS)(unlessSkipped('the view %s'), (view, there) => {
  test('shows what is hostile, and runs none of it; axe finds nothing; tab comes to each action; it fits', async () => {
    const { page } = shared
    await open(page, view, there)
    await chooseFirst(page)
    await page.evaluate("for (const each of document.querySelectorAll('main .uses')) each.open = true")
    await ranNothing(page)
    expect(await violations(page, false), 'in light').toEqual([])
    await picture(page, `${view}-light`)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page, true), 'in dark').toEqual([])
    await picture(page, `${view}-dark`)
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await unreachable(page)).toEqual([])
    for (const width of [390, 800, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
      expect(wide, `${width} pixels are enough`).toBe(false)
      if (width === 800) await picture(page, `${view}-800`)
    }
  })
})

/** Objects that hold what was planted, as the page names them: two of each resource. */
async function plantedRows(): Promise<string[][]> {
  type Table = { vendor: string; table: string; scope: string }
  const state = '/worlds/default/state'
  const { tables } = await sandbox.api<{ tables: Table[] }>('GET', state)
  const found: string[][] = []
  for (const { vendor, table, scope } of tables) {
    const path = `${state}/${vendor}/${encodeURIComponent(table)}?scope=${encodeURIComponent(scope)}`
    const { rows } = await sandbox.api<{ rows: { id: string }[] }>('GET', path)
    const hostile = rows.filter((row) => JSON.stringify(row).includes('onerror')).slice(0, 2)
    found.push(...hostile.map(({ id }) => [vendor, table, scope || '-', id]))
  }
  return found
}

test.skipIf(!hasBrowser)(
  unlessSkipped('each request and object with hostile data of every vendor is shown whole, and never run'),
  async () => {
    const { page } = shared
    const { entries } = await sandbox.api<{ entries: { id: string; target: string }[] }>(
      'GET',
      '/worlds/default/logs?limit=100',
    )
    expect(entries.length).toBeGreaterThan(14)
    for (const { id } of entries) {
      await go(page, `requests/${id}`)
      await page.locator('.facts').getByText(id, { exact: true }).waitFor()
      await page.evaluate(OPEN_ALL)
    }
    await go(page, `requests/${entries.find(({ target }) => target.includes('send.json'))?.id}`)
    await page.getByRole('region', { name: 'As curl', exact: true }).getByText('would be sent so').waitFor()
    const kept = await plantedRows()
    expect(new Set(kept.map(([vendor]) => vendor))).toEqual(new Set(['stripe', 'mailchimp', 'salesforce']))
    for (const chosen of kept) {
      await go(page, ['state', ...chosen.map(encodeURIComponent)].join('/'))
      const object = page.getByRole('region', { name: 'The object' })
      await object.waitFor()
      await page.evaluate(OPEN_ALL)
      await object.getByText('onerror').first().waitFor()
    }
    await ranNothing(page)
  },
)

test.skipIf(!hasBrowser)(
  unlessSkipped('what cannot be seen is written out, and a body that is long is cut until it is asked for'),
  async () => {
    const { page } = await openInspector(browser, sandbox.url)
    await page.getByLabel('Search').fill('%E2%80%AE')
    await page.locator('main [role=option]').first().click()
    await page.getByLabel('Search').fill('stripe/huge')
    await page.locator('main [role=option]').first().click()
    const body = page.getByRole('region', { name: 'Body of the request' })
    await body.waitFor()
    expect((await body.textContent())?.length).toBeLessThan(5000)
    await page.getByRole('button', { name: /Show all/ }).click()
    expect((await body.textContent())?.length).toBeGreaterThan(15_000)
    await go(page, 'faults')
    await page.getByRole('cell').locator('.unseen', { hasText: 'U+202E' }).first().waitFor()
    await go(page, 'state/stripe/customer/-')
    await page.getByRole('listbox', { name: 'customer, newest first' }).waitFor()
    await chooseFirst(page)
    const object = page.getByRole('region', { name: 'The object' })
    await object.locator('.unseen', { hasText: 'U+202E' }).waitFor()
    // What JSON itself writes out stays so.
    expect(await object.textContent()).toContain('\\u001b')
    expect(await object.textContent()).toContain(JSON.stringify(PAYLOAD).slice(1, 40))
    await page.close()
  },
)

test.skipIf(!hasBrowser)(unlessSkipped('by the keyboard alone: a view, a request, all of it, and back'), async () => {
  const { page } = await openInspector(browser, sandbox.url)
  await page.locator('main [role=option]').first().waitFor()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).getByText('Timeline').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('v1/customers')
  await page.keyboard.press('Escape')
  expect(await page.getByLabel('Search').inputValue()).toBe('v1/customers')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('j')
  expect(await page.locator('main [role=option][aria-selected=true]').getAttribute('aria-posinset')).toBe('2')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.className')).toBe('detail')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByText('What is to come').waitFor()
  await page.close()
})

test.skipIf(!hasBrowser)(
  unlessSkipped('the events that can be made by hand are offered for each vendor; where there are none, it says so'),
  async () => {
    const { page } = shared
    const typesOf = async (vendor: string) =>
      (await sandbox.api<{ types: string[] }>('GET', `/worlds/default/events?vendor=${vendor}`)).types
    expect(await typesOf('stripe')).toContain('charge.succeeded')
    expect(await typesOf('mailchimp')).toEqual(expect.arrayContaining(['subscribe', 'hard_bounce']))
    expect(await typesOf('salesforce')).toEqual([])
    await go(page, 'webhooks')
    const form = page.locator('form', { hasText: 'Make an event happen' })
    await form.getByLabel('Vendor').selectOption('workday')
    await form.getByText('No event of Workday can be made by hand now').waitFor()
    expect(await form.getByLabel('Event').isDisabled()).toBe(true)
  },
)
