import { expect, test } from 'vitest'
import { Description } from '../../../src/engine/description/description.js'
import type { Schema } from '../../../src/engine/description/document.js'
import { document } from '../../support/toy-vendor.js'

const schemas: Record<string, Schema> = {
  card: {
    type: 'object',
    required: ['number'],
    properties: { type: { const: 'card' }, number: { type: 'string', maxLength: 4 } },
    additionalProperties: false,
  },
  bank: {
    type: 'object',
    required: ['iban'],
    properties: { type: { const: 'bank' }, iban: { type: 'string' } },
    additionalProperties: false,
  },
  constructor: {
    type: 'object',
    properties: { next: { $ref: '#/components/schemas/constructor' }, n: { type: 'integer' } },
    additionalProperties: false,
  },
  open: {
    type: 'object',
    properties: {
      status: { type: 'string', enum: ['a'], 'x-open-enum': true },
      owner: { 'x-expansionResources': {}, anyOf: [{ type: 'string' }, { $ref: '#/components/schemas/card' }] },
    },
  },
}
const description = new Description(document({}, { components: { schemas } }))
const { validator } = description
const method: Schema = {
  anyOf: [{ $ref: '#/components/schemas/card' }, { $ref: '#/components/schemas/bank' }, { type: 'string', enum: [''] }],
}
const pay: Schema = {
  type: 'object',
  required: ['amount'],
  additionalProperties: false,
  properties: {
    amount: { type: 'integer', minimum: 1, maximum: 10 },
    mode: { type: 'string', enum: ['now', 'later'] },
    method,
    lines: {
      type: 'array',
      items: { type: 'object', properties: { n: { type: 'integer' } }, additionalProperties: false },
    },
  },
}
const issues = (value: unknown, schema = pay) =>
  validator
    .check(schema, value, 'body')
    .map(({ path, kind, expected, value: seen }) => [path.join('.'), kind, expected, seen])

test('what fits has no issues', () => {
  expect(issues({ amount: 5, mode: 'now', method: { type: 'card', number: '4242' }, lines: [{ n: 1 }, {}] })).toEqual(
    [],
  )
  expect(issues({ amount: 5, method: '' })).toEqual([])
})

test.each<[string, object, unknown[][]]>([
  ['missing', {}, [['amount', 'missing', 'number', undefined]]],
  [
    'unknown',
    { amount: 1, colour: 'red', size: 1 },
    [
      ['colour', 'unknown', '', 'red'],
      ['size', 'unknown', '', 1],
    ],
  ],
  ['of another type', { amount: '5' }, [['amount', 'type', 'integer', '5']]],
  ['no integer', { amount: 1.5 }, [['amount', 'type', 'integer', 1.5]]],
  ['not in the list', { amount: 1, mode: 'never' }, [['mode', 'enum', ['now', 'later'], 'never']]],
  ['too small', { amount: 0 }, [['amount', 'too-small', 1, 0]]],
  ['too big', { amount: 11 }, [['amount', 'too-big', 10, 11]]],
  [
    'wrong deep in a list',
    { amount: 1, lines: [{ n: 1 }, { n: 'x', m: 1 }] },
    [
      ['lines.1.n', 'type', 'integer', 'x'],
      ['lines.1.m', 'unknown', '', 1],
    ],
  ],
])('what is %s is told with its path', (_name, value, expected) => {
  expect(issues(value)).toEqual(expected)
})

test('of alternatives, what is wrong is told at the leaf of the one that was meant', () => {
  expect(issues({ amount: 1, method: { type: 'card', number: '42424' } })).toEqual([
    ['method.number', 'too-long', 4, '42424'],
  ])
  expect(issues({ amount: 1, method: { type: 'bank' } })).toEqual([['method.iban', 'missing', 'string', undefined]])
  expect(issues({ amount: 1, method: { iban: 'x', extra: 1 } })).toEqual([['method.extra', 'unknown', '', 1]])
})

test('a schema that refers to itself, under whatever name, is followed', () => {
  const schema = { $ref: '#/components/schemas/constructor' }
  expect(issues({ next: { next: { n: 1 } } }, schema)).toEqual([])
  expect(issues({ next: { next: { n: 'x' } } }, schema)).toEqual([['next.next.n', 'type', 'integer', 'x']])
  expect(() => validator.check({ $ref: '#/components/schemas/none' }, 1, 'body')).toThrow('names no schema')
})

test('an answer is closed, its open enums are open, and a reference in it is an id', () => {
  const check = (value: unknown) => validator.check({ $ref: '#/components/schemas/open' }, value, 'body', 'answer')
  expect(check({ status: 'later', owner: 'cus_1' })).toEqual([])
  expect(check({ colour: 'red' })).toMatchObject([{ path: ['colour'], kind: 'unknown' }])
  expect(check({ owner: { number: '1' } })).toMatchObject([{ path: ['owner'], kind: 'type' }])
  expect(issues({ colour: 'red' }, { $ref: '#/components/schemas/open' })).toEqual([])
})

test('names of the prototype are unknown where they are not described', () => {
  expect(issues(JSON.parse('{"amount":1,"constructor":1,"toString":2}'))).toEqual([
    ['constructor', 'unknown', '', 1],
    ['toString', 'unknown', '', 2],
  ])
  expect(issues(JSON.parse('{"amount":1,"__proto__":{"mode":"never"}}'))).toMatchObject([
    ['__proto__', 'unknown', '', { mode: 'never' }],
  ])
})
