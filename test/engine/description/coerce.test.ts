import { expect, test } from 'vitest'
import { decodeForm } from '../../../src/engine/decode/form.js'
import { coerce } from '../../../src/engine/description/coerce.js'
import { Description } from '../../../src/engine/description/description.js'
import type { Schema } from '../../../src/engine/description/document.js'
import { document } from '../../support/toy-vendor.js'

const description = new Description(document({}))
const object = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties })
const read = (schema: Schema, text: string) => coerce(description, schema, decodeForm(text))

test.each<[Schema, string, unknown]>([
  [{ type: 'integer' }, '12', 12],
  [{ type: 'integer' }, '-3', -3],
  [{ type: 'integer' }, '1.5', '1.5'],
  [{ type: 'integer' }, '', ''],
  [{ type: 'integer' }, 'many', 'many'],
  [{ type: 'number' }, '1.5e2', 150],
  [{ type: 'number' }, '0x10', '0x10'],
  [{ type: 'number' }, 'Infinity', 'Infinity'],
  [{ type: 'number' }, ' ', ' '],
  [{ type: 'boolean' }, 'true', true],
  [{ type: 'boolean' }, '1', '1'],
  [{ type: 'string' }, '12', '12'],
  [{ type: ['integer', 'null'] }, '12', 12],
  [{}, '12', '12'],
])('by %j the text %j is %j', (schema, text, value) => {
  expect(coerce(description, schema, text)).toEqual(value)
})

test('indexes count a list where the description has one, and are keys where it has an object', () => {
  const schema = object({
    items: { type: 'array', items: object({ price: { type: 'integer' } }) },
    metadata: { type: 'object', additionalProperties: { type: 'string' } },
  })
  expect(read(schema, 'items[10][price]=3&items[2][price]=2&metadata[0]=7&metadata[12345]=8')).toEqual({
    items: [{ price: 2 }, { price: 3 }],
    metadata: { 0: '7', 12345: '8' },
  })
  expect(read(schema, 'items[]=1&items[a]=2')).toEqual({ items: { 0: '1', a: '2' } })
})

test('of alternatives the one that fits is taken, and an empty text unsets where it may', () => {
  const schema = object({
    address: { anyOf: [object({ line1: { type: 'string' } }), { type: 'string', enum: [''] }] },
    amount: { anyOf: [{ type: 'integer' }, { type: 'string', enum: ['auto'] }] },
    tags: {
      anyOf: [
        { type: 'array', items: { type: 'integer' } },
        { type: 'string', enum: [''] },
      ],
    },
    created: { anyOf: [{ type: 'integer' }, object({ gt: { type: 'integer' } })] },
  })
  expect(read(schema, 'address=&amount=auto&tags[0]=1&created[gt]=5')).toEqual({
    address: '',
    amount: 'auto',
    tags: [1],
    created: { gt: 5 },
  })
  expect(read(schema, 'address[line1]=x&amount=5&tags=&created=5')).toEqual({
    address: { line1: 'x' },
    amount: 5,
    tags: '',
    created: 5,
  })
})

test('what is not described is left as it was, and the prototype is nobody’s field', () => {
  expect(read(object({}), 'a[b]=1&constructor=2')).toEqual({ a: { b: '1' }, constructor: '2' })
  const file = JSON.parse('{"__proto__":{"filename":"x"}}')
  const read_ = coerce(description, object({}), file) as { filename?: string }
  expect(read_.filename).toBeUndefined()
})
