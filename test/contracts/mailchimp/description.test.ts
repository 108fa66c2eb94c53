import { expect, test } from 'vitest'
import { type Description, operationsOf, type Schema } from '../../../contracts/document.js'
import { generated } from '../../../src/engine/generated.js'
import { facts } from './facts.js'

const description = generated<Description>('mailchimp')
const keys = new Set([...operationsOf(description)].map(([key]) => key))

test('has both APIs and OAuth', () => {
  const count = (start: string) => [...keys].filter((key) => key.split(' ')[1]?.startsWith(start)).length
  expect(count('/3.0')).toBeGreaterThanOrEqual(272)
  expect(count('/api/1.0/')).toBeGreaterThanOrEqual(90)
  expect(count('/oauth2/')).toBe(2)
})

test.each(facts)('$operation takes $request and answers $answer', ({ operation, request, answer }) => {
  const found = [...operationsOf(description)].find(([key]) => key === operation)?.[1]
  const schemaOf = (media?: { content?: Record<string, { schema: Schema }> }) =>
    resolve(Object.values(media?.content ?? {})[0]?.schema ?? {})
  const success = Object.entries(found?.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1]
  expect(found).toBeDefined()
  expect(Object.keys(schemaOf(found?.requestBody).properties ?? {})).toEqual(expect.arrayContaining([...request]))
  expect(Object.keys(schemaOf(success).properties ?? {})).toEqual(expect.arrayContaining([...answer]))
})

test('what an answer is described to have is always there, but for what is known to be conditional', () => {
  const member = Object.values(
    description.paths['/3.0/lists/{list_id}/members/{subscriber_hash}']?.get?.responses['200']?.content ?? {},
  )[0]?.schema
  const { required = [], properties = {} } = resolve(member ?? {})
  const conditional = Object.keys(properties).filter((name) => !required.includes(name))
  expect(conditional).toEqual(['last_note', 'marketing_permissions', 'unsubscribe_reason'])
})

function resolve(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (description.components.schemas[name] ?? {})
}
