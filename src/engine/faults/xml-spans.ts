import type { Span } from './json-spans.js'

/** A comment, CDATA, declaration or tag. */
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!?(\/?)([^\s/>]+)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g

/**
 * Where elements stand in an XML text, by the last names of their path, without prefixes; a number behind a name is which one of
 * those under the same parent, counted from 0.
 */
export function xmlSpans(text: string, path: readonly string[]): Span[] {
  const found: Span[] = []
  const open: { readonly name: string; readonly index: number; readonly from: number; readonly start: number }[] = []
  const counts: Map<string, number>[] = [new Map()]
  for (const tag of text.matchAll(MARKUP)) {
    const [whole, closing, qualified, empty] = tag
    if (qualified === undefined || whole.startsWith('<!')) continue
    const end = tag.index + whole.length
    if (closing) {
      const element = open.pop()
      counts.pop()
      if (element && fits([...open, element], path))
        found.push({ from: element.from, start: element.start, end: tag.index })
      continue
    }
    const name = qualified.replace(/^.*:/, '')
    const siblings = counts[counts.length - 1] ?? new Map<string, number>()
    const index = siblings.get(name) ?? 0
    siblings.set(name, index + 1)
    const element = { name, index, from: tag.index, start: end }
    if (!empty) {
      open.push(element)
      counts.push(new Map())
    } else if (fits([...open, element], path)) found.push({ from: tag.index, start: end, end })
  }
  return found
}

function fits(chain: readonly { readonly name: string; readonly index: number }[], path: readonly string[]): boolean {
  let at = chain.length - 1
  for (let i = path.length - 1; i >= 0; i--) {
    const wanted = path[i] ?? ''
    const element = chain[at]
    if (!element) return false
    if (/^\d+$/.test(wanted)) {
      if (element.index !== Number(wanted)) return false
      continue
    }
    if (wanted !== '*' && wanted !== element.name) return false
    at--
  }
  return true
}
