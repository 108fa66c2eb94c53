import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formFields, nested } from '../../../src/contracts/drift/form-fields.js'

test('brackets are objects and lists', () => {
  expect(formFields('a=1&b[c]=2&b[d][e]=3&f[0]=4&f[1]=5&g[]=6&g[]=7&h=8&h=9')).toEqual({
    a: '1',
    b: { c: '2', d: { e: '3' } },
    f: ['4', '5'],
    g: ['6', '7'],
    h: ['8', '9'],
  })
})

test('a query of lists of objects is read as it is written', () => {
  expect(
    nested([
      ['items[0][price]', 'p'],
      ['items[0][quantity]', '2'],
      ['items[1][price]', 'q'],
    ]),
  ).toEqual({
    items: [{ price: 'p', quantity: '2' }, { price: 'q' }],
  })
})

test('no name breaks it or reaches a prototype', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
      nested(pairs)
      nested([['__proto__[polluted]', 'yes'], ['constructor[prototype][polluted]', 'yes'], ...pairs])
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    }),
  )
})
