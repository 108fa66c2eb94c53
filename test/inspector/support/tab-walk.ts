import type { Page } from 'playwright-core'

// What runs in the page is text here: the tests' own types know no document.
const NUMBER = `(() => {
  const all = document.querySelectorAll(
    'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]',
  )
  const seen = [...all].filter((each) => each.checkVisibility({ visibilityProperty: true }))
  for (const [i, each] of seen.entries()) each.setAttribute('data-walk', String(i))
  document.activeElement?.blur()
  return seen.length
})()`
const WHERE = `document.activeElement?.getAttribute('data-walk') ?? ''`
const MISSED = (reached: readonly string[]) => `(() => {
  const all = [...document.querySelectorAll('[data-walk]')]
  const missed = all.filter((each) => !${JSON.stringify(reached)}.includes(each.getAttribute('data-walk')))
  const told = missed.map((each) => each.outerHTML.slice(0, 120))
  for (const each of all) each.removeAttribute('data-walk')
  return told
})()`

/** Controls that can be seen and used, and that the tab key does not come to; empty where it comes to all. */
export async function unreachable(page: Page): Promise<string[]> {
  const wanted = await page.evaluate<number>(NUMBER)
  const met = new Set<string>()
  for (let i = 0; i < wanted + 5 && met.size < wanted; i++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate<string>(WHERE)
    if (at) met.add(at)
  }
  return page.evaluate<string[]>(MISSED([...met]))
}
