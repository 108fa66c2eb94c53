import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonSpans } from '../../../src/engine/faults/json-spans.js'
import { wrongData } from '../../../src/engine/faults/wrong-data.js'

const text = '{\n  "a": {"b": [1.0, "x", {"c": null}]},\n  "s": "q\\"}",\n  "last": true\n}\n'
const json = (path: string, change: 'missing' | 'null' | 'type') => wrongData(text, 'application/json', path, change)

test('one value is changed, and every other byte stays', () => {
  expect(json('a.b.0', 'type')).toBe(text.replace('1.0', '"1.0"'))
  expect(json('a.b.1', 'null')).toBe(text.replace('"x"', 'null'))
  expect(json('s', 'type')).toBe(text.replace('"q\\"}"', '["q\\"}"]'))
  expect(json('a', 'type')).toBe(text.replace('{"b": [1.0, "x", {"c": null}]}', '[{"b": [1.0, "x", {"c": null}]}]'))
})

test('what is missing leaves valid JSON, wherever it stood', () => {
  expect(JSON.parse(json('last', 'missing') ?? '')).not.toHaveProperty('last')
  expect(JSON.parse(json('a', 'missing') ?? '')).toEqual({ s: 'q"}', last: true })
  expect(JSON.parse(json('a.b.2', 'missing') ?? '').a.b).toEqual([1, 'x'])
  expect(JSON.parse(json('a.b.*', 'null') ?? '').a.b).toEqual([null, null, null])
})

test('a path that leads nowhere, and what is neither JSON nor XML, stay as they are', () => {
  expect(json('a.z', 'null')).toBeUndefined()
  expect(wrongData(text, 'text/csv', 'a', 'null')).toBeUndefined()
})

test('in XML an element is named by the end of its path, without prefixes', () => {
  const xml = '<s:E><s:Body><w:Worker id="1"><w:ID>7</w:ID><w:ID>8</w:ID><w:Off/></w:Worker></s:Body></s:E>'
  const wrong = (path: string, change: 'missing' | 'null' | 'type') => wrongData(xml, 'text/xml', path, change)
  expect(wrong('Worker.ID', 'missing')).toBe(xml.replace('<w:ID>7</w:ID><w:ID>8</w:ID>', ''))
  expect(wrong('ID.1', 'null')).toBe(xml.replace('<w:ID>8</w:ID>', '<w:ID></w:ID>'))
  expect(wrong('Worker.ID.0', 'type')).toBe(xml.replace('>7<', '>unknown<'))
  expect(wrong('Off', 'missing')).toBe(xml.replace('<w:Off/>', ''))
  expect(wrong('Nobody', 'missing')).toBeUndefined()
})

test('any value of any JSON is found where it stands', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(undefined, 2), (source, indent) => {
      const value = JSON.parse(source)
      const written = JSON.stringify(value, null, indent)
      for (const path of paths(value)) {
        if (path.some((key) => key === '*')) continue
        const [span, ...others] = jsonSpans(written, path)
        expect(others).toEqual([])
        expect(JSON.parse(written.slice(span?.start, span?.end))).toEqual(at(value, path))
      }
    }),
    { numRuns: 200 },
  )
})

function paths(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]]
  return [[], ...Object.keys(value).flatMap((key) => paths(at(value, [key])).map((rest) => [key, ...rest]))]
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce((here, key) => (here as Record<string, unknown>)[key], value)
}
