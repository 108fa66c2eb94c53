import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasBrowser, openBrowser, unlessSkipped } from '../support/browser.js'
import { PAYLOAD, plant } from './support/hostile.js'
import { go, type Inspected, inspected, openInspector, picture } from './support/inspected.js'
import { unreachable } from './support/tab-walk.js'

// Every view, over a sandbox that is full of hostile data of every vendor.
let browser: Browser
let sandbox: Inspected
let planted: Awaited<ReturnType<typeof plant>>

beforeAll(async () => {
  if (!hasBrowser) return
  browser = await openBrowser()
  sandbox = await inspected()
  planted = await plant(sandbox)
  // The first time it reads and checks all of them.
  await sandbox.api('GET', '/scenarios')
}, 90_000)

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
  ['scenarios', /of 4\d/],
  ['faults', 'Add a fault'],
  ['clock', 'What is to come'],
  ['snapshots', 'Open a bundle'],
  ['worlds', 'A new world'],
  ['credentials', 'Copy'],
  ['limits', /Limits in/],
  ['coverage', /of \d{3}/],
]

async function open(page: Page, [view, there]: (typeof VIEWS)[number]): Promise<void> {
  await go(page, view)
  await page.locator('main').getByText(there).first().waitFor()
}

async function chooseFirst(page: Page): Promise<void> {
  const first = page.locator('main [role=option]').first()
  if ((await first.count()) === 0) return
  await first.click()
  await page.waitForTimeout(300)
}

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
  unlessSkipped('hostile data of every vendor is shown, and never run'),
  async () => {
    const { page, wrong } = await openInspector(browser, sandbox.url)
    for (const view of VIEWS) {
      await open(page, view)
      await chooseFirst(page)
      await picture(page, `hostile-${view[0]}`)
    }
    const { entries } = await sandbox.api<{ entries: { id: string }[] }>('GET', '/worlds/default/logs?limit=100')
    expect(entries.length).toBeGreaterThan(14)
    for (const { id } of entries) {
      await go(page, `requests/${id}`)
      await page.locator('.facts').getByText(id, { exact: true }).waitFor()
      for (const summary of await page.locator('.detail summary').all()) await summary.click()
      const all = page.getByRole('button', { name: /Show all/ })
      if (await all.count()) await all.first().click()
    }
    const kept = await plantedRows()
    expect(new Set(kept.map(([vendor]) => vendor))).toEqual(new Set(['stripe', 'mailchimp', 'salesforce']))
    for (const chosen of kept) {
      await go(page, ['state', ...chosen.map(encodeURIComponent)].join('/'))
      const object = page.getByRole('region', { name: 'The object' })
      await object.waitFor()
      const all = page.getByRole('button', { name: /Show all/ })
      if (await all.count()) await all.click()
      expect(await object.textContent(), chosen.join(' ')).toContain('onerror')
    }
    expect(await page.evaluate("'ran' in globalThis")).toBe(false)
    expect(await page.locator('main img, main script, main svg:not(.picture), main iframe').count()).toBe(0)
    expect(wrong).toEqual([])
    await page.close()
  },
  90_000,
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
  40_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('axe finds nothing serious on any view, in light and in dark'),
  async () => {
    const { page } = await openInspector(browser, sandbox.url)
    await page.evaluate(axe.source)
    for (const view of VIEWS) {
      await open(page, view)
      await chooseFirst(page)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await violations(page, colorScheme === 'dark'), `${view[0]}, ${colorScheme}`).toEqual([])
      }
    }
    await page.close()
  },
  120_000,
)

async function violations(page: Page, contrastAlone: boolean): Promise<string[]> {
  return page.evaluate(async (only) => {
    type Found = { id: string; impact: string; nodes: { html: string }[] }
    const { axe: runner } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Found[] }> } }
    const found = await runner.run(only ? { runOnly: ['color-contrast'] } : {})
    return found.violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 160)}`)
  }, contrastAlone)
}

test.skipIf(!hasBrowser)(
  unlessSkipped('every action of every view is reached with the tab key, and every view fits into 1280 and 800 pixels'),
  async () => {
    for (const width of [1280, 800]) {
      const { page } = await openInspector(browser, sandbox.url, { width })
      for (const view of VIEWS) {
        await open(page, view)
        await chooseFirst(page)
        if (width === 1280) expect(await unreachable(page), view[0]).toEqual([])
        const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
        expect(wide, `${view[0]} at ${width} fits`).toBe(false)
        await picture(page, `${view[0]}-${width}`)
      }
      await page.close()
    }
  },
  120_000,
)

test.skipIf(!hasBrowser)(
  unlessSkipped('by the keyboard alone: a view, a request, all of it, and back'),
  async () => {
    const { page } = await openInspector(browser, sandbox.url)
    await page.locator('main [role=option]').first().waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard' }).getByText('Timeline').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('v1/customers')
    await page.keyboard.press('Escape')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('j')
    expect(await page.locator('main [role=option][aria-selected=true]').getAttribute('aria-posinset')).toBe('2')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.className')).toBe('detail')
    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.getByText('What is to come').waitFor()
    await page.close()
  },
  30_000,
)
