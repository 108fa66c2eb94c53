interface Content {
  readonly name?: string | null | undefined
  readonly content?: string | null | undefined
}

/** Regions whose end is looked for; each costs a pass over what follows it. */
const MOST_REGIONS = 100
const OPENING = /<([a-z][a-z0-9]*)\b([^<>]{0,2000}?)\s{1,20}mc:edit\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)')([^<>]*)>/gi

/**
 * Puts content into a template's editable regions (`mc:edit="name"`), in place of what stands there. A region without content
 * keeps its own; the marks themselves do not go out.
 * @source https://mailchimp.com/developer/transactional/docs/templates-dynamic-content/#editable-content-areas (read 2026-11)
 */
export function fillRegions(template: string, contents: readonly Content[]): string {
  const given = new Map(contents.map(({ name, content }) => [name ?? '', content ?? '']))
  let out = ''
  let from = 0
  let regions = 0
  OPENING.lastIndex = 0
  for (let match = OPENING.exec(template); match; match = OPENING.exec(template)) {
    const [opening, tag = '', before = '', double, single, after = ''] = match
    const content = given.get(double ?? single ?? '')
    out += `${template.slice(from, match.index)}<${tag}${before}${after}>`
    from = match.index + opening.length
    if (content === undefined || after.trimEnd().endsWith('/') || ++regions > MOST_REGIONS) continue
    const close = closing(template, tag, from)
    if (close === undefined) continue
    out += content
    from = close
    OPENING.lastIndex = close
  }
  return out + template.slice(from)
}

/** Where the tag that ends an element begins. */
function closing(html: string, tag: string, from: number): number | undefined {
  const tags = new RegExp(`<(/?)${tag}\\b[^<>]*?(/?)>`, 'gi')
  tags.lastIndex = from
  let depth = 1
  for (let match = tags.exec(html); match; match = tags.exec(html)) {
    if (match[2]) continue
    depth += match[1] ? -1 : 1
    if (depth === 0) return match.index
  }
  return undefined
}
