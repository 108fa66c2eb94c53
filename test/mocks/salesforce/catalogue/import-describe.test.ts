import { expect, test } from 'vitest'
import { importDescribes } from '../../../../mocks/salesforce/catalogue/import-describe.js'

const id = { name: 'Id', type: 'id' }
const invoice = { name: 'Invoice__c', fields: [id, { name: 'Total__c', type: 'currency' }] }
const order = { name: 'Order__c', fields: [id] }

test.each([
  ['one describe', invoice, ['Invoice__c']],
  ['a list', [invoice, order], ['Invoice__c', 'Order__c']],
  ['sobjects', { sobjects: [order] }, ['Order__c']],
])('%s is taken', (_, document, names) => {
  expect(importDescribes(document).map(({ name }) => name)).toEqual(names)
})

test.each([
  ['nothing', null, 'org.json is no describe of an object: its `name` is missing.'],
  ['an empty list', [], 'org.json describes no object.'],
  ['a name that leaves the folder', { ...invoice, name: '../x' }, 'its `name` is "../x"'],
  ['describe global', { sobjects: [invoice, { name: 'Account' }] }, 'org.json, sobjects[1] (Account) has no `fields`'],
  ['a field without a name', { ...invoice, fields: [id, {}] }, 'org.json (Invoice__c): fields[1] has no `name`.'],
  [
    'a type that there is not',
    { ...invoice, fields: [id, { name: 'A__c', type: 'money' }] },
    'the type of A__c is "money"',
  ],
  ['a field twice', { ...invoice, fields: [id, id] }, 'the field Id is there twice'],
  ['some of its fields', { ...invoice, fields: [{ name: 'A__c', type: 'string' }] }, 'has no field `Id`'],
])('%s is refused with its place', (_, document, said) => {
  expect(() => importDescribes(document, 'org.json')).toThrow(said)
})
