import { XMLParser, XMLValidator } from 'fast-xml-parser'

const DEEPEST = 64

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  // "00123" is a reference id, not the number 123.
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  trimValues: true,
  textNodeName: '#text',
})

/**
 * Reads XML without namespaces' prefixes; attributes under `@name`. Refuses document types, so that there are no entities but
 * the five of XML.
 * @throws Error with a text for the client
 */
export function decodeXml(text: string): Record<string, unknown> {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Error('A document type declaration is not allowed.')
  if (depthOf(text) > DEEPEST) throw new Error(`The document is nested more than ${DEEPEST} deep.`)
  const valid = XMLValidator.validate(text)
  if (valid !== true) throw new Error(`${valid.err.msg} (line ${valid.err.line}, column ${valid.err.col})`)
  return parser.parse(text) as Record<string, unknown>
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [tag] of text.matchAll(/<\/?[A-Za-z_][^>]*>/g)) {
    if (tag.startsWith('</')) depth--
    else if (!tag.endsWith('/>')) deepest = Math.max(deepest, ++depth)
  }
  return deepest
}
