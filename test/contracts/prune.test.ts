import { expect, test } from 'vitest'
import type { Description } from '../../contracts/document.js'
import { prune } from '../../contracts/prune.js'
import { writeTypes } from '../../contracts/write-types.js'

const customer = { $ref: '#/components/schemas/customer' }
const reply = (name: string) => ({
  '200': { description: '', content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } } },
})
const description: Description = {
  openapi: '3.1.0',
  info: { title: 'Small', version: '1' },
  servers: [{ url: 'https://api.example.com/' }],
  'x-source': 'small@1.0.0',
  paths: {
    '/v1/charges/{charge}': {
      get: {
        operationId: 'GetChargesCharge',
        parameters: [{ name: 'charge', in: 'path', required: true, schema: { type: 'string' } }],
        responses: reply('charge'),
      },
    },
    '/v1/customers': { post: { operationId: 'PostCustomers', responses: reply('customer') } },
  },
  components: {
    schemas: {
      charge: {
        type: 'object',
        required: ['id', 'customer'],
        properties: {
          id: { type: 'string' },
          customer: {
            anyOf: [{ type: 'string' }, customer, { type: 'null' }],
            'x-expansionResources': { oneOf: [customer] },
          },
        },
      },
      customer: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
      token: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
    },
  },
  'x-events': { 'customer.created': customer },
}

test('keeps every path, but components only of what is wanted', () => {
  const pruned = prune(description, { operations: ['GET /v1/charges/{charge}'], schemas: ['token'] })
  expect(Object.keys(pruned.paths)).toEqual(['/v1/charges/{charge}', '/v1/customers'])
  expect(pruned.paths['/v1/customers']?.post?.responses).toEqual({ '200': { description: '' } })
  expect(Object.keys(pruned.components.schemas)).toEqual(['charge', 'token'])
})

test('an expandable field is the id it is before expanding', () => {
  const pruned = prune(description, { operations: ['GET /v1/charges/{charge}'], schemas: [] })
  expect(pruned.components.schemas.charge?.properties?.customer).toEqual({ type: ['string', 'null'] })
})

test('types come with the unions of keys and of events', async () => {
  const types = await writeTypes(description, { operations: ['GET /v1/charges/{charge}'], schemas: [] })
  expect(types.split('\n')[0]).toBe('// Generated from small@1.0.0 by npm run generate. Do not edit.')
  expect(types).toMatch(/customer: string \| null/)
  expect(types).toMatch(
    /export type OperationKey =\n {2}\| 'GET \/v1\/charges\/\{charge\}'\n {2}\| 'POST \/v1\/customers'/,
  )
  expect(types).toMatch(/export type EventType =\n {2}\| 'customer.created'/)
})
