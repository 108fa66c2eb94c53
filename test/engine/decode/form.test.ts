import fc from 'fast-check'
import qs from 'qs'
import { expect, test } from 'vitest'
import { decodeForm } from '../../../src/engine/decode/form.js'

test('brackets nest; an index is a key until the description says that it counts a list', () => {
  expect(decodeForm('a=1&b[c]=2&d[]=3&d[]=4&e[0][f]=x+y&g%5Bh%5D=%C3%A9&i[][j]=5&i[][j]=6')).toEqual({
    a: '1',
    b: { c: '2' },
    d: ['3', '4'],
    e: { 0: { f: 'x y' } },
    g: { h: 'é' },
    i: [{ j: '5' }, { j: '6' }],
  })
  expect(decodeForm('metadata[0]=a&metadata[1101]=b')).toEqual({ metadata: { 0: 'a', 1101: 'b' } })
})

test('brackets that do not pair are part of the name', () => {
  expect(decodeForm('a[=1&b]=2&[c]=3&d[e=4&f[g]h=5')).toEqual({
    'a[': '1',
    'b]': '2',
    '[c]': '3',
    'd[e': '4',
    'f[g]h': '5',
  })
})

test('a list that gets a key becomes an object, and a text that gets one gives way', () => {
  expect(decodeForm('a[]=1&a[b]=2&a[]=3')).toEqual({ a: { 0: '1', b: '2', 2: '3' } })
  expect(decodeForm('a=1&a[b]=2&c[d]=3&c=4')).toEqual({ a: { b: '2' }, c: '4' })
})

test('of a key that is sent twice the last one counts', () => {
  expect(decodeForm('a=1&a=2')).toEqual({ a: '2' })
  expect(decodeForm('a[b]=1&a[b]=2')).toEqual({ a: { b: '2' } })
})

test('a key without a value is empty, and empty pairs are nothing', () => {
  expect(decodeForm('a&b=&&c==')).toEqual({ a: '', b: '', c: '=' })
  expect(decodeForm('')).toEqual({})
})

test('a broken percent-encoding is kept as it was sent', () => {
  expect(decodeForm('a=%&b=%E0%A4%A&c[%zz]=%C3%28')).toEqual({ a: '%', b: '%E0%A4%A', c: { '%zz': '%C3%28' } })
})

test('names of the prototype are names like others, and the prototype itself is out of reach', () => {
  expect(decodeForm('constructor=1&toString[a]=2')).toEqual({ constructor: '1', toString: { a: '2' } })
  const read = decodeForm('__proto__[admin]=1&a[__proto__][admin]=1&constructor[prototype][admin]=1&__proto__=2')
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  expect('admin' in {}).toBe(false)
  expect(read).toEqual({ constructor: { prototype: { admin: '1' } } })
})

test.each([
  ['more than 5000 parameters', Array.from({ length: 5001 }, (_, i) => `a${i}=1`).join('&')],
  ['more than 16 levels', `a${'[b]'.repeat(20)}=1`],
])('%s are refused with a text', (_name, text) => {
  expect(() => decodeForm(text)).toThrow(/More|more/)
})

test('what qs reads without lists, it reads the same', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', '7', '%', '+', '=', '.'), maxLength: 4 })
  const name = word.filter((text) => text.trim() !== '')
  const key = fc.tuple(name, fc.array(name, { maxLength: 3 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(key, word), { maxLength: 6 }), (pairs) => {
      const paths = pairs.map(([[root, rest]]) => [root, ...rest].join('|'))
      fc.pre(!paths.some((path, i) => paths.some((other, j) => i !== j && `${other}|`.startsWith(`${path}|`))))
      const flat = pairs.map(
        ([[root, rest], value]) => [root + rest.map((part) => `[${part}]`).join(''), value] as const,
      )
      const text = flat.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
      const expected = qs.parse(text, { depth: 16, parseArrays: false, duplicates: 'last', strictMerge: false })
      expect(JSON.stringify(decodeForm(text))).toBe(JSON.stringify(expected))
    }),
    { numRuns: 2000 },
  )
})

test('whatever is sent, it is read or refused with a text', () => {
  const piece = fc.constantFrom(
    'a',
    '[',
    ']',
    '[]',
    '=',
    '&',
    '%',
    '%5B',
    '%5D',
    '%00',
    '+',
    '__proto__',
    '0',
    '\u0000',
    'é',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(text, (sent) => {
      try {
        expect(Object.getPrototypeOf(decodeForm(sent))).toBe(Object.prototype)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
        expect((error as Error).message).not.toBe('')
      }
    }),
    { numRuns: 5000 },
  )
})
