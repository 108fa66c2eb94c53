import { expect, test } from 'vitest'
import { type Description, type Operation, operationsOf, type Schema } from '../../../contracts/document.js'
import { generated } from '../../../src/engine/generated.js'
import { newerFacts } from './newer-facts.js'
import { keyOf, newerList } from './newer-list.js'

const description = generated<Description>('mailchimp')
const described = new Map([...operationsOf(description)])

test.each(newerFacts)('$operation is described', ({ operation, query = [], body = [], answer = [] }) => {
  const found = described.get(operation)
  expect(found).toBeDefined()
  expect(queryOf(found)).toEqual(expect.arrayContaining([...query]))
  expect(namesIn(found?.requestBody)).toEqual(expect.arrayContaining([...body]))
  expect(namesIn(found?.responses['200'])).toEqual(expect.arrayContaining([...answer]))
})

test('an endpoint can be told of telephone numbers too', () => {
  const events = propertiesOf(bodyOf(described.get('POST /3.0/lists/{list_id}/webhooks')?.requestBody)).events
  expect(Object.keys(propertiesOf(events))).toEqual(
    expect.arrayContaining(['sms_subscribe', 'sms_unsubscribe', 'upsms', 'sms_campaign']),
  )
})

const list = newerList()
const note = list ? '' : ' (skipped: the list is not at hand)'

test.skipIf(!list)(`every operation of the vendor's newer list is described, with what it takes${note}`, () => {
  const byShape = new Map([...described].map(([key, operation]) => [keyOf(...split(key)), operation]))
  const newer = new Set(newerFacts.map(({ operation }) => keyOf(...split(operation))))
  const lacking = (list ?? []).flatMap(({ key, query, body }) => {
    const found = byShape.get(key === 'GET /3.0/' ? 'GET /3.0' : key)
    if (!found) return [key]
    // What the source says of its own operations is the source's; what is laid over it is compared name by name.
    if (!newer.has(key)) return []
    const taken = [...queryOf(found), ...namesIn(found.requestBody)]
    return [...query, ...body].filter((name) => !taken.includes(name)).map((name) => `${key}: ${name}`)
  })
  expect(new Set((list ?? []).map(({ key }) => key)).size).toBe(298)
  expect(lacking).toEqual([])
})

function split(key: string): [method: string, path: string] {
  const [method = '', path = ''] = key.split(' ')
  return [method, path]
}

type Media = { readonly content?: Record<string, { schema: Schema }> } | undefined

function queryOf(operation: Operation | undefined): string[] {
  return (operation?.parameters ?? []).filter(({ in: place }) => place === 'query').map(({ name }) => name)
}

function bodyOf(media: Media): Schema | undefined {
  return media?.content?.['application/json']?.schema
}

function namesIn(media: Media): string[] {
  return Object.keys(propertiesOf(bodyOf(media)))
}

function propertiesOf(schema: Schema | undefined): Record<string, Schema> {
  const name = schema?.$ref?.split('/').at(-1)
  return (name === undefined ? schema : description.components.schemas[name])?.properties ?? {}
}
