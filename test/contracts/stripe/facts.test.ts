import { expect, test } from 'vitest'
import { type Description, operationsOf, refName, type Schema } from '../../../contracts/document.js'
import { stripeDescription } from './description.js'
import facts from './facts.json' with { type: 'json' }

const description = await stripeDescription()
const operations = new Map(operationsOf(description))

test('the table has enough rows to notice a broken reader', () => {
  expect(facts.length).toBeGreaterThanOrEqual(60)
})

test.each(facts)('$operation takes and answers what Stripe documents', (fact) => {
  const operation = operations.get(fact.operation)
  if (!operation) throw new Error(`${fact.operation} is not described`)
  const { properties, required } = parametersOf(operation)
  const answer = answerOf(operation.responses['200']?.content?.['application/json']?.schema ?? {})

  expect(required).toEqual(words(fact.required))
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(words(fact.optional)))
  expect(answer.text).toBe(fact.answers)
  for (const field of words(fact.fields)) {
    const [name = '', type] = field.split(':')
    expect(`${name}:${kindOf(fieldOf(answer.name, name, description))}`).toBe(`${name}:${type}`)
  }
})

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')

function parametersOf(
  operation: { parameters?: { in: string; name: string; required: boolean; schema: Schema }[] } & {
    requestBody?: { content: Record<string, { schema: Schema }> }
  },
) {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema ?? {}
  const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')
  return {
    properties: { ...body.properties, ...Object.fromEntries(query.map(({ name, schema }) => [name, schema])) },
    required: [...(body.required ?? []), ...query.filter((one) => one.required).map((one) => one.name)].sort(),
  }
}

function answerOf(schema: Schema): { text: string; name: string } {
  const kind = schema.properties?.object?.enum?.[0]
  if (kind === 'list' || kind === 'search_result') {
    const name = nameOf(schema.properties?.data?.items ?? {})
    return { text: `${kind} of ${name}`, name }
  }
  const names = (schema.anyOf ?? [schema]).map(nameOf).sort()
  return { text: names.join(' or '), name: names[0] ?? '' }
}

const nameOf = (schema: Schema): string => refName(schema.$ref ?? '') ?? ''

function fieldOf(component: string, field: string, { components }: Description): Schema {
  const schema = components.schemas[component]?.properties?.[field]
  if (!schema) throw new Error(`${component}.${field} is not described`)
  return schema
}

/** `string|charge|null` for an expandable charge that can be null. */
function kindOf(schema: Schema): string {
  const branches = schema.anyOf ?? [schema]
  const orNull = branches.some(({ type }) => type === 'null' || (Array.isArray(type) && type.includes('null')))
  const expansions = (schema['x-expansionResources']?.oneOf ?? []).map(nameOf).sort()
  const [own] = [branches[0]?.type].flat()
  const kinds = expansions.length > 0 ? ['string', ...expansions] : [branches[0]?.$ref ? 'object' : (own ?? 'any')]
  return [...kinds, ...(orNull ? ['null'] : [])].join('|')
}
