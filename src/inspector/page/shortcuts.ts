import { signal } from '@preact/signals'
import { goTo } from './state/route.js'
import { views } from './views/list.js'

export const showsShortcuts = signal(false)

export const shortcuts: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: '?', does: 'this list' },
  { keys: '/', does: 'search' },
  { keys: '↑ ↓', does: 'move in a list; also k and j, Page, Home, End' },
  { keys: 'Enter', does: 'from a list to what is chosen' },
  { keys: 'Esc', does: 'back to the list; close a window' },
  ...views.map(({ key, label }) => ({ keys: `g ${key}`, does: label })),
]

/** How long `g` waits for its letter, in milliseconds. */
const PATIENCE = 1500

/** Keys that mean something wherever nobody is writing. Returns the way to stop. */
export function listenToKeys(): () => void {
  let since = 0
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
    if (event.key === 'Escape') {
      // The browser would empty the search; whoever leaves it wants what was found.
      if (event.target instanceof HTMLInputElement && event.target.type === 'search') event.preventDefault()
      focusOn('[role=listbox]')
    }
    if (isWriting(event.target)) return
    const view = Date.now() - since < PATIENCE ? views.find(({ key }) => key === event.key) : undefined
    since = event.key === 'g' ? Date.now() : 0
    if (view) goTo(view.name)
    else if (event.key === '?') showsShortcuts.value = true
    else if (event.key === '/') focusOn('input[type=search]')
    else return
    event.preventDefault()
  }
  addEventListener('keydown', onKey)
  return () => removeEventListener('keydown', onKey)
}

export function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(`main ${selector}`)?.focus()
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable)
  )
}
