import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Description } from '../../contracts/document.js'
import { layOut } from '../../contracts/lay-out.js'
import { readDescription } from '../../src/engine/description/laid-out.js'
import { type DescriptionParts, partsOf } from '../../src/engine/description/parts.js'

const small: Description = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  servers: [{ url: 'https://api.shop.test/' }],
  'x-source': 'shop@1',
  'x-events': { 'thing.created': { $ref: '#/components/schemas/thing' } },
  paths: {
    '/things': {
      servers: [{ url: 'https://files.shop.test/' }],
      get: { operationId: 'list', responses: { 200: { description: '' } } },
      post: { operationId: 'create', responses: {} },
    },
    '/things/{id}#rename': { post: { operationId: 'rename', responses: {}, security: [] } },
  },
  components: { schemas: { thing: { type: 'object', properties: { name: { type: 'string' } } }, 'a.b': { const: 1 } } },
}

const read = (text: string) => readDescription(Buffer.from(text))

/** All that is in one. */
function whole(parts: DescriptionParts, schemas: readonly string[]) {
  const { title, version, source, events, operations } = parts
  const read = operations.map(({ method, path, read }) => ({ method, path, is: read() }))
  return { title, version, source, events, read, schemas: schemas.map((name) => parts.schema(name)) }
}

test('what is laid out is the same document, and read a part at a time it is the same as read whole', () => {
  const text = layOut(small)
  expect(JSON.parse(text)).toEqual(small)
  const names = ['thing', 'a.b', 'none']
  expect(whole(read(text), names)).toEqual(whole(partsOf(small as never), names))
  expect(read(text).operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /things',
    'POST /things',
    'POST /things/{id}#rename',
  ])
})

test('a part is the same object each time, since what is worked out of it is kept by it', () => {
  const parts = read(layOut(small))
  expect(parts.schema('thing')).toBe(parts.schema('thing'))
  expect(parts.operations[0]?.read()).toBe(parts.operations[0]?.read())
})

test('another JSON text is read whole, and what is no description is refused', () => {
  expect(whole(read(JSON.stringify(small, null, 2)), ['thing'])).toEqual(whole(partsOf(small as never), ['thing']))
  expect(() => read('{}')).toThrow('not an OpenAPI document')
})

test('whatever stands in its texts, nothing is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (title, text) => {
      const document: Description = {
        ...small,
        info: { title, version: text },
        components: { schemas: { thing: { enum: [text, title] }, other: { const: `${text}\n},\n"x":{` } } },
      }
      const names = ['thing', 'other']
      expect(whole(read(layOut(document)), names)).toEqual(whole(partsOf(document as never), names))
    }),
  )
})
