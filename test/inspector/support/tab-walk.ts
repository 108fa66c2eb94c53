import type { Page } from 'playwright-core'

/** Controls that can be seen and used, and that the tab key does not come to; empty where it comes to all. */
export async function unreachable(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]',
    )
    const seen = [...all].filter((each) => each.checkVisibility({ visibilityProperty: true }))
    for (const [i, each] of seen.entries()) each.setAttribute('data-walk', String(i))
    ;(document.activeElement as HTMLElement | null)?.blur()
  })
  const wanted = await page.locator('[data-walk]').count()
  const met = new Set<string>()
  for (let i = 0; i < wanted + 5 && met.size < wanted; i++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => document.activeElement?.getAttribute('data-walk') ?? '')
    if (at) met.add(at)
  }
  return page.evaluate(
    (reached) => {
      const missed = [...document.querySelectorAll('[data-walk]')].filter(
        (each) => !reached.includes(each.getAttribute('data-walk') ?? ''),
      )
      const told = missed.map((each) => each.outerHTML.slice(0, 120))
      for (const each of document.querySelectorAll('[data-walk]')) each.removeAttribute('data-walk')
      return told
    },
    [...met],
  )
}
