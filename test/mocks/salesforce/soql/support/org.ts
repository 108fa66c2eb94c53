import { tableSource } from '../../../../../mocks/salesforce/query/table-source.js'
import { makeId } from '../../../../../mocks/salesforce/records/ids.js'
import type { FieldValue, RecordRow } from '../../../../../mocks/salesforce/records/record.js'
import type { Environment } from '../../../../../mocks/salesforce/soql/environment.js'
import { execute } from '../../../../../mocks/salesforce/soql/execute.js'
import { parseSoql } from '../../../../../mocks/salesforce/soql/parse.js'
import { seesEverything } from './access.js'
import { catalogue, field, picklist, sobject } from './catalogue.js'
import { table } from './tables.js'

/** A small company that the answers to the queries were worked out over by hand. It is noon of Sunday 15 February 2026, UTC. */
export const NOON = Date.UTC(2026, 1, 15, 12)

export const objects = catalogue(
  sobject('User', '005', [field('Name:string'), field('Username:string', { idLookup: true }), field('Email:email')]),
  sobject(
    'Account',
    '001',
    [
      field('Name:string'),
      picklist('Industry', 'Technology', 'Energy', 'Retail'),
      picklist('Rating', 'Hot', 'Warm', 'Cold'),
      field('AnnualRevenue:currency'),
      field('NumberOfEmployees:int'),
      field('BillingStreet:textarea'),
      field('BillingCity:string'),
      field('BillingAddress:address', { filterable: false, sortable: false }),
      field('Description:textarea', { filterable: false, sortable: false }),
      field('ParentId:reference(Account)->Parent'),
      field('OwnerId:reference(User)->Owner'),
      field('Ext__c:string', { externalId: true }),
      field('Tags__c:multipicklist'),
    ],
    [
      ['Contacts', 'Contact', 'AccountId'],
      ['Opportunities', 'Opportunity', 'AccountId'],
      ['ChildAccounts', 'Account', 'ParentId'],
    ],
  ),
  sobject('Contact', '003', [
    field('FirstName:string'),
    field('LastName:string'),
    field('Email:email', { idLookup: true }),
    field('Birthdate:date'),
    field('AccountId:reference(Account)->Account'),
    field('ReportsToId:reference(Contact)->ReportsTo'),
  ]),
  sobject('Opportunity', '006', [
    field('Name:string'),
    picklist('StageName', 'Prospecting', 'Closed Won', 'Closed Lost'),
    field('Amount:currency'),
    field('CloseDate:date'),
    field('IsClosed:boolean'),
    field('AccountId:reference(Account)->Account'),
  ]),
  sobject('Task', '00T', [
    field('Subject:string'),
    field('WhatId:reference(Account,Opportunity)->What'),
    field('WhoId:reference(Contact,Lead)->Who'),
  ]),
)

export const id = {
  user: (n: number) => makeId('005', '5f', n),
  account: (n: number) => makeId('001', '5f', n),
  contact: (n: number) => makeId('003', '5f', n),
  opportunity: (n: number) => makeId('006', '5f', n),
  task: (n: number) => makeId('00T', '5f', n),
}

type Values = Readonly<Record<string, FieldValue>>

function rows(makeRowId: (n: number) => string, ...values: readonly Values[]): RecordRow[] {
  return values.map((value, i) => ({ id: makeRowId(i + 1), Id: makeRowId(i + 1), ...value }))
}

const at = (text: string) => `${text}:00.000+0000`

const DATA: Readonly<Record<string, readonly RecordRow[]>> = {
  User: rows(
    id.user,
    { Name: 'Ada Admin', Username: 'ada@acme.test' },
    { Name: 'Bo Seller', Username: 'bo@acme.test' },
  ),
  Account: rows(
    id.account,
    {
      Name: 'Acme Corp',
      Industry: 'Technology',
      Rating: 'Hot',
      AnnualRevenue: 1_000_000,
      NumberOfEmployees: 120,
      BillingStreet: '1 Main St',
      BillingCity: 'Berlin',
      OwnerId: id.user(1),
      Ext__c: 'A-1',
      Tags__c: 'red;green',
      CreatedDate: at('2025-12-31T23:30'),
    },
    {
      Name: 'acme labs',
      Industry: 'Technology',
      Rating: 'Warm',
      AnnualRevenue: 250_000,
      NumberOfEmployees: 12,
      BillingCity: 'Paris',
      ParentId: id.account(1),
      OwnerId: id.user(2),
      Ext__c: 'A-2',
      Tags__c: 'green',
      CreatedDate: at('2026-01-01T10:00'),
    },
    {
      Name: 'Blue_Sky Ltd',
      Industry: 'Energy',
      OwnerId: id.user(1),
      Ext__c: 'B-1',
      CreatedDate: at('2026-01-10T00:00'),
    },
    {
      Name: '100% Pure',
      Industry: 'Retail',
      Rating: 'Cold',
      AnnualRevenue: 5000,
      NumberOfEmployees: 3,
      OwnerId: id.user(2),
      Tags__c: 'blue;red',
      CreatedDate: at('2026-02-14T08:00'),
    },
    {
      Name: "O'Brien & Sons",
      Rating: 'Hot',
      AnnualRevenue: 75_000,
      NumberOfEmployees: 40,
      OwnerId: id.user(1),
      CreatedDate: at('2026-02-15T09:00'),
    },
    {
      Name: 'Deleted Inc',
      Industry: 'Retail',
      IsDeleted: true,
      OwnerId: id.user(1),
      CreatedDate: at('2026-01-05T00:00'),
    },
  ),
  Contact: rows(
    id.contact,
    { FirstName: 'Ann', LastName: 'Archer', Email: 'Ann@acme.test', Birthdate: '1990-02-15', AccountId: id.account(1) },
    { FirstName: 'Bob', LastName: 'Brown', AccountId: id.account(1), ReportsToId: id.contact(1) },
    { FirstName: 'Cid', LastName: 'Crow', Email: 'cid@labs.test', Birthdate: '1985-07-01', AccountId: id.account(2) },
    { FirstName: 'Dee', LastName: 'Dahl', Email: 'dee@home.test', Birthdate: '2000-12-31' },
    { LastName: 'Ely', Email: 'eve@obrien.test', AccountId: id.account(5) },
    { FirstName: 'Gone', LastName: 'Ghost', AccountId: id.account(1), IsDeleted: true },
  ),
  Opportunity: rows(
    id.opportunity,
    { Name: 'Big deal', StageName: 'Prospecting', Amount: 100, CloseDate: '2026-01-20', AccountId: id.account(1) },
    {
      Name: 'Second',
      StageName: 'Closed Won',
      Amount: 50,
      CloseDate: '2026-02-15',
      IsClosed: true,
      AccountId: id.account(1),
    },
    {
      Name: 'Labs',
      StageName: 'Closed Won',
      Amount: 70,
      CloseDate: '2025-11-30',
      IsClosed: true,
      AccountId: id.account(2),
    },
    { Name: 'Open', StageName: 'Prospecting', CloseDate: '2026-03-01', AccountId: id.account(5) },
  ),
  Task: rows(
    id.task,
    { Subject: 'Call', WhatId: id.account(1), WhoId: id.contact(1) },
    { Subject: 'Mail', WhatId: id.opportunity(1) },
    { Subject: 'Idle' },
  ),
}

const tables = new Map(
  objects.objects().map((object) => [object.name, table(object, DATA[object.name] ?? [])] as const),
)

export const environment: Environment = {
  catalogue: objects,
  source: tableSource((name) => {
    const found = tables.get(name)
    if (!found) throw new Error(`No table ${name}`)
    return found
  }),
  access: seesEverything,
  show: (_object, field, row) => ({ ofWhat: field.name, city: row.BillingCity }),
  now: NOON,
  timeZone: 'UTC',
  fiscalYearStartMonth: 1,
  userId: id.user(1),
  version: '64.0',
  includeDeleted: false,
}

const rendering = { childBatch: 200, keepRest: undefined }

/** All records that a query gives. */
export function ask(soql: string, more: Partial<Environment> = {}): Record<string, unknown>[] {
  const result = execute(parseSoql(soql), { ...environment, ...more })
  return result.records(0, result.totalSize, rendering)
}

/** The same without `attributes`, at any depth. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'attributes')
      .map(([key, inner]) => [key, plain(inner)]),
  )
}
