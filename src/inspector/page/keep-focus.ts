/**
 * Where what had the focus is taken away (a row that a button removed, a link that led on), the nearest part that is still there gets
 * it: a screen reader would else start at the top of the page. Returns the way to stop.
 */
export function keepFocus(): () => void {
  let round: readonly Element[] = []
  const remember = ({ target }: FocusEvent) => {
    round = target instanceof Element ? partsRound(target) : []
  }
  const watch = new MutationObserver(() => {
    const [had, ...parts] = round
    if (document.activeElement !== document.body || had === undefined || had.isConnected) return
    const there = parts.find((part) => part.isConnected)
    if (there instanceof HTMLElement) focusPart(there)
  })
  addEventListener('focusin', remember)
  watch.observe(document.body, { childList: true, subtree: true })
  return () => {
    removeEventListener('focusin', remember)
    watch.disconnect()
  }
}

/** An element, and what has a name around it, from the inside out. */
function partsRound(element: Element): Element[] {
  const parts = [element]
  for (let part = element.parentElement; part; part = part.parentElement) {
    if (part.matches('section, form, details, main')) parts.push(part)
  }
  return parts
}

function focusPart(part: HTMLElement): void {
  if (!part.hasAttribute('tabindex')) part.tabIndex = -1
  part.focus({ preventScroll: true })
}
