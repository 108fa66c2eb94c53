import { effect, signal } from '@preact/signals'
import { takeToken } from '../api/token.js'

/** The view that is open, and what is chosen in it: `#/requests/req_123`. */
export interface Route {
  readonly view: string
  readonly chosen: readonly string[]
}

const FIRST = 'requests'

export const route = signal<Route>(read())

addEventListener('hashchange', () => {
  // The sandbox was started anew, and its address opened here: what was looked at stays.
  if (takeToken()) choose(...route.value.chosen)
  else route.value = read()
})

export function hrefOf(view: string, ...chosen: string[]): string {
  return `#/${[view, ...chosen].map(encodeURIComponent).join('/')}`
}

export function goTo(view: string, ...chosen: string[]): void {
  location.hash = hrefOf(view, ...chosen)
}

/** Another choice in the same view is no step back. */
export function choose(...chosen: string[]): void {
  history.replaceState(null, '', hrefOf(route.value.view, ...chosen))
  route.value = { view: route.value.view, chosen }
}

function read(): Route {
  const [view = '', ...chosen] = location.hash.replace(/^#\/?/, '').split('/').map(decoded)
  return { view: view || FIRST, chosen }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

effect(() => {
  document.title = `${route.value.view} · Standin`
})
