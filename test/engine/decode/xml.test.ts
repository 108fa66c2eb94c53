import { expect, test } from 'vitest'
import { decodeXml } from '../../../src/engine/decode/xml.js'

test('names lose their prefixes, attributes stand under @, and text stays text', () => {
  const read = decodeXml('<a:Worker xmlns:a="urn:a" a:version="v1"><a:Id type="WID">00123</a:Id></a:Worker>')
  expect(read).toMatchObject({ Worker: { '@version': 'v1', Id: { '@type': 'WID', '#text': '00123' } } })
})

test('the five entities and characters by number are read, once', () => {
  expect(decodeXml('<r a="&#233;">&#xe9;&lt;&amp;lt;</r>')).toEqual({ r: { '@a': 'é', '#text': 'é<&lt;' } })
})

test.each([
  ['a document type', '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>', /document type/],
  ['an entity declared in the body', '<r><!ENTITY a "b"></r>', /document type/],
  ['a tag that is not closed', '<r><a></r>', /line 1/],
  ['something that is no XML', 'a=1&b=2', /./],
  ['a name that would reach a prototype', '<r><__proto__>1</__proto__></r>', /__proto__/],
])('%s is refused with a text', (_name, text, said) => {
  expect(() => decodeXml(text)).toThrow(said)
})

test('64 levels are read and 65 are not, whatever stands in names, comments and attributes', () => {
  const nested = (levels: number, name = 'a') => `<${name}>`.repeat(levels) + `</${name}>`.repeat(levels)
  expect(Object.keys(decodeXml(nested(64)))).toEqual(['a'])
  expect(() => decodeXml(nested(65))).toThrow('nested more than 64 deep')
  expect(() => decodeXml(nested(65, 'é'))).toThrow('nested more than 64 deep')
  const flat = '<a b=">"/>'.repeat(100)
  expect(() => decodeXml(`<r><!-- ${'<a>'.repeat(100)} --><![CDATA[${'<a>'.repeat(100)}]]>${flat}</r>`)).not.toThrow()
})

// Each of these once took a time that grew with the square of its length: minutes for what is read in a moment now.
test.each(['<a', '<a "', '<a>', '<!--', '<![CDATA[', '<?a', '&#x', '</a', "<a b='"])(
  '200,000 of %s are refused soon',
  (piece) => {
    expect(() => decodeXml(`<r>${piece.repeat(200_000)}`)).toThrow(Error)
  },
  5_000,
)
