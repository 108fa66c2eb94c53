import type { XMLParser } from 'fast-xml-parser'
import { lazyRequire } from '../lazy-require.js'

const DEEPEST = 64

const fxp = lazyRequire<typeof import('fast-xml-parser')>('fast-xml-parser')
let parser: XMLParser | undefined

const OPTIONS = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  // "00123" is a reference id, not the number 123.
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  // The five of XML, and what is written by number (&#233;).
  htmlEntities: true,
  trimValues: true,
  textNodeName: '#text',
}

/**
 * Reads XML without namespaces' prefixes; attributes under `@name`. Refuses document types, so that no entity can be declared.
 * @throws Error with a text for the client
 */
export function decodeXml(text: string): Record<string, unknown> {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Error('A document type declaration is not allowed.')
  if (depthOf(text) > DEEPEST) throw new Error(`The document is nested more than ${DEEPEST} deep.`)
  const { XMLParser, XMLValidator } = fxp()
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw new Error(`${valid.err.msg} (line ${valid.err.line}, column ${valid.err.col})`)
  parser ??= new XMLParser(OPTIONS)
  return parser.parse(text) as Record<string, unknown>
}

/** In one pass, whatever the text: what is hostile must not cost more than what is honest. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let at = text.indexOf('<'); at >= 0 && deepest <= DEEPEST; at = text.indexOf('<', at + 1)) {
    const ending = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : undefined
    if (ending !== undefined) {
      at = text.indexOf(ending, at)
      if (at < 0) break
      continue
    }
    const end = endOfTag(text, at + 1)
    const mark = text[at + 1]
    if (mark === '/') depth--
    else if (mark !== '?' && text[end - 1] !== '/') deepest = Math.max(deepest, ++depth)
    at = end
  }
  return deepest
}

/** Where the tag that is open at `from` is closed; a quoted value may hold what would close it. */
function endOfTag(text: string, from: number): number {
  let quote = ''
  for (let at = from; at < text.length; at++) {
    const char = text[at] as string
    if (quote) {
      if (char === quote) quote = ''
    } else if (char === '>') return at
    else if (char === '"' || char === "'") quote = char
  }
  return text.length
}
