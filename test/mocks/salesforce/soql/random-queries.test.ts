import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tableSource } from '../../../../mocks/salesforce/query/table-source.js'
import type { FieldValue, RecordRow } from '../../../../mocks/salesforce/records/record.js'
import { execute } from '../../../../mocks/salesforce/soql/execute.js'
import { parseSoql } from '../../../../mocks/salesforce/soql/parse.js'
import { compareRows, holds, type Made, type Sort, write } from './support/naive.js'
import { environment, id, objects } from './support/org.js'
import { table } from './support/tables.js'

const TEXT = ['a', 'A', 'ab', 'b%', 'B_', 'É', '', "o'b", 'a\\b']
const NUMBERS = [-1, 0, 1, 2.5, 1000]
const DATES = ['2026-01-01', '2026-02-15', '2025-12-31']
const accountIds = [1, 2, 3].map(id.account)
const POOLS: Readonly<Record<string, readonly FieldValue[]>> = {
  LastName: TEXT,
  Email: TEXT,
  Birthdate: DATES,
  AccountId: accountIds,
  'Account.Name': TEXT,
  'Account.AnnualRevenue': NUMBERS,
}
const fields = fc.constantFrom(...Object.keys(POOLS))
const oneOf = (field: string) => fc.constantFrom(...(POOLS[field] ?? []), null)

const leaf: fc.Arbitrary<Made> = fields.chain((field) => {
  const compare = fc.record({
    kind: fc.constant('compare' as const),
    field: fc.constant(field),
    operator: fc.constantFrom('=', '!=', '<', '<=', '>', '>='),
    value: oneOf(field),
  })
  const list = fc.record({
    kind: fc.constant('in' as const),
    field: fc.constant(field),
    negated: fc.boolean(),
    values: fc.array(oneOf(field), { minLength: 1, maxLength: 3 }),
  })
  const like = fc.record({
    kind: fc.constant('like' as const),
    field: fc.constantFrom('LastName', 'Email', 'Account.Name'),
    pattern: fc
      .array(fc.constantFrom('a', 'B', '%', '_', '\\%', '\\_', 'é'), { maxLength: 4 })
      .map((parts) => parts.join('')),
  })
  return fc.oneof(compare, list, like)
})

const condition: fc.Arbitrary<Made> = fc.letrec<{ made: Made }>((tie) => ({
  made: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('made'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), part: tie('made') }),
  ),
})).made

const sorts: fc.Arbitrary<Sort[]> = fc.array(
  fc.record({ field: fields, descending: fc.boolean(), nulls: fc.constantFrom('FIRST' as const, 'LAST' as const) }),
  { maxLength: 2 },
)

const contact = fc.record(
  {
    LastName: oneOf('LastName'),
    Email: oneOf('Email'),
    Birthdate: oneOf('Birthdate'),
    AccountId: oneOf('AccountId'),
    IsDeleted: fc.constantFrom(false, false, false, true),
  },
  { requiredKeys: [] },
)

const accounts: RecordRow[] = [
  { id: id.account(1), Id: id.account(1), Name: 'Ab', AnnualRevenue: 1 },
  { id: id.account(2), Id: id.account(2), Name: 'b%' },
  { id: id.account(3), Id: id.account(3), Name: 'A', AnnualRevenue: 1000, IsDeleted: true },
]

/** A field as a naive reader finds it: a parent in the recycle bin is no parent. */
function read(row: RecordRow, field: string): FieldValue {
  if (!field.startsWith('Account.')) return row[field] ?? null
  const parent = accounts.find((account) => account.Id === row.AccountId && account.IsDeleted !== true)
  return parent?.[field.slice('Account.'.length)] ?? null
}

function quote(field: string, value: FieldValue): string {
  if (value === null || typeof value === 'number' || field === 'Birthdate') return String(value)
  return `'${String(value).replace(/[\\']/g, '\\$&')}'`
}

test('for random rows and random WHERE, ORDER BY, LIMIT and OFFSET the answer is that of a naive reading', () => {
  fc.assert(
    fc.property(
      fc.array(contact, { maxLength: 30 }),
      condition,
      sorts,
      fc.option(fc.nat(8)),
      fc.nat(3),
      (values, made, order, limit, offset) => {
        const rows = values.map((value, i): RecordRow => ({ id: id.contact(i + 1), Id: id.contact(i + 1), ...value }))
        const tables = { Contact: rows, Account: accounts } as Record<string, RecordRow[]>
        const soql = [
          `SELECT Id FROM Contact WHERE ${write(made, quote)}`,
          ...(order.length > 0 ? [`ORDER BY ${order.map(written).join(', ')}`] : []),
          ...(limit === null ? [] : [`LIMIT ${limit}`]),
          ...(offset === 0 ? [] : [`OFFSET ${offset}`]),
        ].join(' ')
        const naive = rows
          .filter((row) => row.IsDeleted !== true && holds(made, row, read))
          .sort(compareRows(order, read))
          .slice(offset, limit === null ? undefined : offset + limit)
        expect(answer(soql, tables), soql).toEqual(naive.map((row) => row.Id))
      },
    ),
    { numRuns: 1500 },
  )
})

function written(sort: Sort): string {
  return `${sort.field} ${sort.descending ? 'DESC' : 'ASC'} NULLS ${sort.nulls}`
}

function answer(soql: string, rows: Readonly<Record<string, readonly RecordRow[]>>): string[] {
  const source = tableSource((name) => {
    const object = objects.object(name)
    if (!object) throw new Error(name)
    return table(object, rows[name] ?? [])
  })
  return execute(parseSoql(soql), { ...environment, source }).rows.map((row) => row.Id)
}
