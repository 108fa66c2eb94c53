import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Description, operationsOf, refName, type Schema } from '../../../contracts/document.js'
import { layOut } from '../../../contracts/lay-out.js'
import { reachableFrom } from '../../../contracts/reachable.js'
import { convertStripe } from '../../../contracts/stripe/index.js'
import { unresolvedTypes } from '../../../contracts/stripe/read-types.js'
import { checkout, generated, stripeDescription } from './description.js'

const written = await stripeDescription()
const { description, unresolved } = convertStripe(join(checkout, 'node_modules', 'stripe'))
const { schemas } = description.components
const operations = [...operationsOf(description)]
const own = operations.filter(([, operation]) => !operation['x-alias-of'])

test('two conversions give the same description, which is the one that was generated', () => {
  expect(description).toEqual(written)
  expect(layOut(description)).toBe(readFileSync(generated('stripe.json'), 'utf8'))
})

test('every operation of the SDK is described, and its older paths beside it', () => {
  expect(own.length).toBeGreaterThanOrEqual(640)
  expect(operations.length - own.length).toBeGreaterThanOrEqual(45)
  expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length)
})

test('every snapshot event has the schema of the object it carries', () => {
  const events = Object.entries(description['x-events'] ?? {})
  expect(events).toHaveLength(275)
  for (const [, schema] of events) {
    const names = [...reachableFrom(schema, {})]
    expect(names).toHaveLength(1)
    expect(schemas[names[0] ?? '']).toBeDefined()
  }
  expect(schemas.event?.properties?.type?.enum).toEqual(expect.arrayContaining(events.map(([type]) => type)))
})

test('thin events say what they are about', () => {
  const events = description['x-thin-events'] ?? {}
  expect(Object.keys(events)).toHaveLength(326)
  expect(events['v1.account.updated']).toEqual({ relatedObject: { $ref: '#/components/schemas/account' } })
})

test('the codes an error may have are listed', () => {
  expect(description['x-error-codes']).toHaveLength(209)
  expect(description['x-error-codes']).toEqual(expect.arrayContaining(['card_declined', 'resource_missing']))
})

test('no type is left unread but the two that have no JSON shape', () => {
  expect(unresolved).toEqual([...unresolvedTypes].sort())
})

test('versions are those of the package', () => {
  expect(description.info).toEqual({ title: 'Stripe', version: '2026-10-28.endive' })
  expect(description['x-source']).toBe('stripe@23.1.0')
})

test('every reference leads somewhere and every component is referred to', () => {
  const { components, ...rest } = description
  expect([...reachableFrom(rest, schemas)].sort()).toEqual(Object.keys(components.schemas))
})

test('an object has the name Stripe gives it', () => {
  for (const name of ['customer', 'payment_intent', 'checkout.session', 'deleted_customer', 'issuing.card']) {
    expect(schemas[name]?.properties?.object?.enum).toEqual([name.replace('deleted_', '')])
  }
  expect(schemas.payment_source?.anyOf).toHaveLength(4)
})

test('every component has a smallest instance: nothing requires itself', () => {
  expect(Object.keys(schemas).filter((name) => !canBeFilled(schemas[name] ?? {}, [name]))).toEqual([])
})

test('an expandable field is an id or the object it names', () => {
  const ref = { $ref: '#/components/schemas/customer' }
  const deleted = { $ref: '#/components/schemas/deleted_customer' }
  expect(schemas.charge?.properties?.customer).toEqual({
    anyOf: [{ type: 'string', maxLength: 5000 }, ref, deleted, { type: 'null' }],
    'x-expansionResources': { oneOf: [ref, deleted] },
  })
  expect(schemas.charge?.['x-expandableFields']).toEqual(expect.arrayContaining(['customer', 'refunds', 'shipping']))
})

test('a field that only expanding brings is marked', () => {
  const included = (owner: string, field: string) => schemas[owner]?.properties?.[field]?.['x-includable']
  expect(included('customer', 'subscriptions')).toBe(true)
  expect(included('invoice', 'confirmation_secret')).toBe(true)
  expect(included('subscription', 'items')).toBeUndefined()
})

test('a request is closed and its enums are; an answer may have members that are newer', () => {
  const body = bodyOf(description, 'POST /v1/customers')
  expect(body.additionalProperties).toBe(false)
  expect(body.properties?.tax_exempt).toEqual({
    anyOf: [
      { type: 'string', enum: ['exempt', 'none', 'reverse'] },
      { type: 'string', enum: [''] },
    ],
  })
  expect(schemas.customer?.properties?.tax_exempt).toEqual({
    type: ['string', 'null'],
    enum: ['exempt', 'none', 'reverse', null],
    'x-open-enum': true,
  })
})

test('hosts are named where they are not the usual one', () => {
  const { paths } = description
  expect(paths['/v1/quotes/{quote}/pdf']?.servers).toEqual([{ url: 'https://files.stripe.com/' }])
  expect(paths['/v1/files']?.servers).toBeUndefined()
  expect(paths['/v1/files']?.post?.servers).toEqual([{ url: 'https://files.stripe.com/' }])
  expect(paths['/oauth/token']?.servers).toEqual([{ url: 'https://connect.stripe.com/' }])
})

test('an older path has the parameters of the one it stands for, less what is in the path', () => {
  const [, alias] = operations.find(([key]) => key === 'POST /v1/charges/{charge}/refunds') ?? []
  expect(alias?.['x-alias-of']).toBe('POST /v1/refunds')
  expect(alias?.parameters?.map(({ name }) => name)).toEqual(['charge'])
  const properties = bodyOf(description, 'POST /v1/charges/{charge}/refunds').properties ?? {}
  expect(properties).toHaveProperty('amount')
  expect(properties).not.toHaveProperty('charge')
})

/** Whether null, an id or objects that do not contain themselves can fill all that is required. */
function canBeFilled(schema: Schema, within: string[]): boolean {
  const name = refName(schema.$ref ?? '')
  if (name) return !within.includes(name) && canBeFilled(schemas[name] ?? {}, [...within, name])
  if (schema.anyOf) return schema.anyOf.some((branch) => canBeFilled(branch, within))
  if ([schema.type].flat().includes('null')) return true
  return (schema.required ?? []).every((field) => canBeFilled(schema.properties?.[field] ?? {}, within))
}

function bodyOf(document: Description, key: string): Schema {
  const operation = new Map(operationsOf(document)).get(key)
  return Object.values(operation?.requestBody?.content ?? {})[0]?.schema ?? {}
}
