import { expect, test } from 'vitest'
import { Components } from '../../../contracts/mailchimp/components.js'
import { type RawSchema, reduceSchema } from '../../../contracts/mailchimp/reduce-schema.js'

function reduce(raw: RawSchema, required = (schema: RawSchema) => schema.required ?? []) {
  const components = new Components()
  const resolve = (ref: string) => ({ $ref: `#/components/schemas/${ref.split('/').at(-1)}` })
  return { schema: reduceSchema(raw, { hoist: components.hoist, resolve, required }), schemas: components.schemas }
}

test('keeps facts and drops prose', () => {
  const raw = { type: 'string', title: 'Status', description: 'words', example: 'x', enum: ['a', 'b'] } as RawSchema
  expect(reduce(raw).schema).toEqual({ type: 'string', enum: ['a', 'b'] })
})

test('what may be null says so in the type', () => {
  expect(reduce({ type: 'string', nullable: true, enum: ['a'] }).schema).toEqual({
    type: ['string', 'null'],
    enum: ['a', null],
  })
})

test('an object has its place among the components, once for each shape', () => {
  const link: RawSchema = { type: 'object', title: 'Resource Link', properties: { rel: { type: 'string' } } }
  const { schema, schemas } = reduce({ type: 'object', title: 'A', properties: { a: link, b: { ...link }, c: {} } })
  expect(schema).toEqual({ $ref: '#/components/schemas/A' })
  expect(Object.keys(schemas)).toEqual(['ResourceLink', 'A'])
  expect(schemas.A?.properties?.a).toEqual(schemas.A?.properties?.b)
})

test('another shape of the same title gets a number', () => {
  const of = (name: string): RawSchema => ({ type: 'object', title: 'A', properties: { [name]: {} } })
  const { schemas } = reduce({ type: 'array', items: { anyOf: [of('a'), of('b')] } })
  expect(Object.keys(schemas)).toEqual(['A', 'A2'])
})

test('several objects that are all meant become one', () => {
  const { schemas } = reduce({
    title: 'Both',
    allOf: [
      { type: 'object', properties: { a: {} }, required: ['a'] },
      { type: 'object', properties: { b: {} } },
    ],
  })
  expect(schemas.Both).toEqual({ type: 'object', properties: { a: {}, b: {} }, required: ['a'] })
})

test('what is required can be told otherwise', () => {
  const { schemas } = reduce({ type: 'object', title: 'A', properties: { a: {}, b: {} } }, (raw) =>
    Object.keys(raw.properties ?? {}),
  )
  expect(schemas.A?.required).toEqual(['a', 'b'])
})

test('an alternative is an anyOf, a list without items takes anything', () => {
  expect(reduce({ oneOf: [{ type: 'string' }, { type: 'array' }] }).schema).toEqual({
    anyOf: [{ type: 'string' }, { type: 'array', items: {} }],
  })
})
