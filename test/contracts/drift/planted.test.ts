import { expect, test } from 'vitest'
import type { Description, Schema } from '../../../contracts/document.js'
import { keepReachable } from '../../../contracts/reachable.js'
import { drift } from '../../../src/contracts/drift/drift.js'
import type { Finding } from '../../../src/contracts/drift/finding.js'
import { stripeDescription } from '../stripe/description.js'
import { shop } from './shop.js'

const pinned = partOf(await stripeDescription())
const pact = shop({ source: pinned['x-source'], version: pinned.info.version })

const driftOf = async (against: Description) => drift('stripe', { pacts: [pact], against, pinned })

/** Only what the shop uses, so that it can be copied often. */
function partOf(whole: Description): Description {
  const used = ['/v1/payment_intents', '/v1/charges', '/v1/refunds', '/v1/customers/{customer}', '/v1/payouts']
  const paths = Object.fromEntries(Object.entries(whole.paths).filter(([path]) => used.includes(path)))
  const charged = whole['x-events']?.['charge.succeeded'] ?? {}
  const events = { 'charge.succeeded': charged, 'refund.created': { $ref: '#/components/schemas/refund' } }
  const { 'x-thin-events': _, ...rest } = whole
  const event = { ...whole.components.schemas.event }
  const part: Description = {
    ...rest,
    paths,
    'x-events': events,
    components: { schemas: { ...whole.components.schemas } },
  }
  keepReachable(part)
  part.components.schemas.event = event
  return part
}

/** The description with a change planted in it. */
function changed(plant: (description: Description) => void): Description {
  const copy = structuredClone(pinned)
  plant(copy)
  return copy
}

const schemaOf = (description: Description, name: string): Schema => {
  const schema = description.components.schemas[name]
  if (!schema) throw new Error(`there is no ${name}`)
  return schema
}
const fieldsOf = (description: Description, name: string) => schemaOf(description, name).properties ?? {}
const formOf = (description: Description, path: string): Schema => {
  const content = description.paths[path]?.post?.requestBody?.content ?? {}
  return Object.values(content)[0]?.schema ?? {}
}

/** What is planted, and where it must be found: operation, side, field and kind. */
const planted: Record<string, readonly [plant: (description: Description) => void, found: readonly string[]]> = {
  'an operation is gone': [(d) => delete d.paths['/v1/refunds']?.post, ['POST /v1/refunds operation  removed']],
  'an event is gone': [(d) => delete d['x-events']?.['charge.succeeded'], ['charge.succeeded event  removed']],
  'a field of an answer is gone': [
    (d) => delete fieldsOf(d, 'payment_intent').amount,
    ['POST /v1/payment_intents answer amount removed'],
  ],
  'a field of an expanded resource and of an event is gone': [
    (d) => delete fieldsOf(d, 'charge_payment_method_details').card,
    [
      'POST /v1/payment_intents answer latest_charge.payment_method_details.card removed',
      'charge.succeeded message data.object.payment_method_details.card removed',
    ],
  ],
  'a field changes its type': [
    (d) => Object.assign(fieldsOf(d, 'payment_intent'), { amount: { type: 'string', format: 'decimal' } }),
    ['POST /v1/payment_intents answer amount type changed'],
  ],
  'a time is written otherwise': [
    (d) => Object.assign(fieldsOf(d, 'payment_intent'), { created: { type: 'integer', format: 'unix-millis' } }),
    ['POST /v1/payment_intents answer created type changed'],
  ],
  'a value of an answer is renamed': [
    (d) => {
      const status = fieldsOf(d, 'payment_intent').status ?? {}
      status.enum = status.enum?.map((member) => (member === 'succeeded' ? 'completed' : member)) ?? []
    },
    ['POST /v1/payment_intents answer status narrowed'],
  ],
  'a field may be null': [
    (d) => Object.assign(fieldsOf(d, 'charge'), { amount: { type: ['integer', 'null'] } }),
    ['GET /v1/charges answer data.*.amount narrowed'],
  ],
  'a field is no longer always there': [
    (d) => Object.assign(schemaOf(d, 'deleted_customer'), { required: ['id', 'object'] }),
    ['DELETE /v1/customers/{customer} answer deleted narrowed'],
  ],
  'a parameter is gone': [
    (d) => delete formOf(d, '/v1/refunds').properties?.charge,
    ['POST /v1/refunds body charge removed'],
  ],
  'a parameter becomes required': [
    (d) => Object.assign(formOf(d, '/v1/payment_intents'), { required: ['amount', 'confirm', 'currency'] }),
    ['POST /v1/payment_intents body confirm newly required'],
  ],
  'a parameter takes fewer values': [
    (d) => Object.assign(formOf(d, '/v1/refunds').properties?.reason ?? {}, { enum: ['duplicate', 'fraudulent'] }),
    ['POST /v1/refunds body reason narrowed'],
  ],
  'a parameter takes another type': [
    (d) => Object.assign(formOf(d, '/v1/payment_intents').properties ?? {}, { metadata: { type: 'string' } }),
    ['POST /v1/payment_intents body metadata type changed'],
  ],
  'a query parameter is gone': [
    (d) => {
      const operation = d.paths['/v1/charges']?.get
      if (operation) operation.parameters = operation.parameters?.filter(({ name }) => name !== 'created') ?? []
    },
    ['GET /v1/charges query created removed'],
  ],
  'a limit is lower': [
    (d) => {
      const limit = d.paths['/v1/charges']?.get?.parameters?.find(({ name }) => name === 'limit')
      if (limit) limit.schema = { type: 'integer', maximum: 2 }
    },
    ['GET /v1/charges query limit narrowed'],
  ],
  'it answers with another status': [
    (d) => {
      const operation = d.paths['/v1/refunds']?.post
      if (operation) operation.responses = { '202': operation.responses['200'] ?? { description: '' } }
    },
    ['POST /v1/refunds status  type changed'],
  ],
  'a list is an object by id': [
    (d) => {
      const list = d.paths['/v1/charges']?.get?.responses['200']?.content?.['application/json']?.schema
      if (list?.properties) list.properties.data = { type: 'object', additionalProperties: { type: 'string' } }
    },
    ['GET /v1/charges answer data type changed'],
  ],
  'it takes JSON': [
    (d) => {
      const operation = d.paths['/v1/refunds']?.post
      if (operation?.requestBody) operation.requestBody.content = { 'application/json': { schema: {} } }
    },
    ['POST /v1/refunds body  type changed'],
  ],
}

test.each(Object.entries(planted))('%s: found, and nothing else', async (_, [plant, found]) => {
  const { findings } = await driftOf(changed(plant))
  expect(findings.map(short)).toEqual(found)
  expect(findings.map(({ severity }) => severity)).toEqual(found.map(() => 'error'))
})

test('a description that is as it was keeps every contract', async () => {
  const { findings, interactions, notes } = await driftOf(structuredClone(pinned))
  expect(interactions).toHaveLength(6)
  expect(findings).toEqual([])
  expect(notes).toEqual([])
})

test('the description in use keeps them against itself', async () => {
  expect((await driftOf(pinned)).findings).toEqual([])
})

test('what the consumer does not read is nobody’s business', async () => {
  const more = changed((d) => {
    delete fieldsOf(d, 'charge').receipt_url
    delete fieldsOf(d, 'payment_intent').client_secret
    Object.assign(fieldsOf(d, 'refund'), { amount: { type: 'string' } })
    delete formOf(d, '/v1/payment_intents').properties?.description
    delete d.paths['/v1/payouts']
  })
  expect((await driftOf(more)).findings).toEqual([])
})

function short({ operation, side, field, kind }: Finding): string {
  return `${operation} ${side} ${field} ${kind}`
}
