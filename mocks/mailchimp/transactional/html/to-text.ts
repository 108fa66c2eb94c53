import { unescapeHtml } from './escape.js'

const TAG = /<!--|-->|<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi
const HREF = /\bhref\s{0,5}=\s{0,5}(?:"([^"]*)"|'([^']*)')/i
const UNSEEN = new Set(['script', 'style', 'head', 'title'])
const BLOCKS = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'li', 'table', 'ul', 'ol', 'blockquote'])

interface Reading {
  out: string
  /** The element, or `!` for a comment, whose content does not count. */
  unseen: string | undefined
  link: { readonly href: string; readonly from: number } | undefined
}

/** The text of HTML, as auto_text makes it: links with their address, blocks on lines of their own. @unverified its exact form */
export function htmlToText(html: string): string {
  const reading: Reading = { out: '', unseen: undefined, link: undefined }
  let from = 0
  for (const match of html.matchAll(TAG)) {
    if (reading.unseen === undefined) reading.out += html.slice(from, match.index).replace(/\s+/g, ' ')
    from = match.index + match[0].length
    step(reading, match)
  }
  if (reading.unseen === undefined) reading.out += html.slice(from).replace(/\s+/g, ' ')
  const lines = unescapeHtml(reading.out).split('\n')
  const text = lines.map((line) => line.trim()).join('\n')
  return text.replace(/\n{3,}/g, '\n\n').trim()
}

function step(reading: Reading, [all, slash, name = '', rest = '']: RegExpMatchArray): void {
  const tag = name.toLowerCase()
  if (reading.unseen !== undefined) {
    const over = reading.unseen === '!' ? all === '-->' : slash !== '' && tag === reading.unseen
    if (over) reading.unseen = undefined
  } else if (all === '<!--') reading.unseen = '!'
  else if (tag === 'br') reading.out += '\n'
  else if (slash) end(reading, tag)
  else if (UNSEEN.has(tag)) reading.unseen = tag
  else if (tag === 'a') {
    const href = HREF.exec(rest)
    if (href) reading.link = { href: href[1] ?? href[2] ?? '', from: reading.out.length }
  }
}

function end(reading: Reading, tag: string): void {
  if (BLOCKS.has(tag)) reading.out += '\n\n'
  if (tag !== 'a' || !reading.link) return
  const { href, from } = reading.link
  if (reading.out.slice(from).trim() !== href) reading.out += ` (${href})`
  reading.link = undefined
}
