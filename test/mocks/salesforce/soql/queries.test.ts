import { expect, test } from 'vitest'
import { ask, id, plain } from './support/org.js'

const names = (...list: (string | null)[]) => list.map((Name) => ({ Name }))
const accounts = (where: string) => `SELECT Name FROM Account ${where}`

/** Each query, and its answer worked out by hand over the company in support/org.ts. */
const QUERIES: readonly (readonly [soql: string, records: readonly Record<string, unknown>[]])[] = [
  // Fields, names of any case, parents
  ['SELECT name, INDUSTRY FROM account LIMIT 1', [{ Name: 'Acme Corp', Industry: 'Technology' }]],
  [
    "SELECT LastName, Account.Name, Account.Owner.Name FROM Contact WHERE LastName IN ('Brown', 'Dahl')",
    [
      { LastName: 'Brown', Account: { Name: 'Acme Corp', Owner: { Name: 'Ada Admin' } } },
      { LastName: 'Dahl', Account: null },
    ],
  ],
  ['SELECT Account.Name FROM Account LIMIT 1', names('Acme Corp')],
  [
    "SELECT a.Name, a.Owner.Name FROM Account a WHERE a.Name = 'acme labs'",
    [{ Name: 'acme labs', Owner: { Name: 'Bo Seller' } }],
  ],
  [
    "SELECT c.LastName, p.Name FROM Contact c, c.Account p WHERE p.Industry = 'technology' AND c.LastName LIKE 'c%'",
    [{ LastName: 'Crow', Account: { Name: 'acme labs' } }],
  ],
  // Text: without regard to case, null and the empty string alike
  [accounts("WHERE Name = 'ACME CORP'"), names('Acme Corp')],
  [accounts("WHERE Name != 'acme corp'"), names('acme labs', 'Blue_Sky Ltd', '100% Pure', "O'Brien & Sons")],
  [accounts("WHERE Industry <> 'Technology'"), names('Blue_Sky Ltd', '100% Pure', "O'Brien & Sons")],
  [accounts('WHERE Industry = null'), names("O'Brien & Sons")],
  [accounts("WHERE Industry = ''"), names("O'Brien & Sons")],
  [accounts('WHERE Rating != null AND Industry != null'), names('Acme Corp', 'acme labs', '100% Pure')],
  [accounts("WHERE Name >= 'b' AND Name < 'c'"), names('Blue_Sky Ltd')],
  [accounts("WHERE Name = 'O\\'Brien & Sons'"), names("O'Brien & Sons")],
  // LIKE
  [accounts("WHERE Name LIKE 'acme%'"), names('Acme Corp', 'acme labs')],
  [accounts("WHERE Name LIKE '%s'"), names('acme labs', "O'Brien & Sons")],
  [accounts("WHERE Name LIKE '100\\%%'"), names('100% Pure')],
  [accounts("WHERE Name LIKE '%\\_%'"), names('Blue_Sky Ltd')],
  [accounts("WHERE Name LIKE '_cme%'"), names('Acme Corp', 'acme labs')],
  [accounts("WHERE NOT Name LIKE '%m%' AND Rating = 'Hot'"), names("O'Brien & Sons")],
  // Numbers, booleans
  [accounts('WHERE AnnualRevenue > 70000'), names('Acme Corp', 'acme labs', "O'Brien & Sons")],
  [accounts('WHERE AnnualRevenue <= 75000'), names('100% Pure', "O'Brien & Sons")],
  [accounts('WHERE NumberOfEmployees IN (12, 40)'), names('acme labs', "O'Brien & Sons")],
  [accounts('WHERE AnnualRevenue > USD900000'), names('Acme Corp')],
  ['SELECT Name FROM Opportunity WHERE IsClosed = false', names('Big deal', 'Open')],
  ['SELECT Name FROM Opportunity WHERE IsClosed != false', names('Second', 'Labs')],
  // AND, OR, NOT
  [
    accounts("WHERE (Rating = 'Hot' OR Rating = 'Cold') AND AnnualRevenue < 100000"),
    names('100% Pure', "O'Brien & Sons"),
  ],
  [
    accounts("WHERE Rating = 'Hot' OR (Rating = 'Warm' AND BillingCity = 'Paris')"),
    names('Acme Corp', 'acme labs', "O'Brien & Sons"),
  ],
  [accounts("WHERE NOT (Rating = 'Hot' OR Rating = 'Cold')"), names('acme labs', 'Blue_Sky Ltd')],
  [accounts("WHERE Rating NOT IN ('Hot', 'Cold')"), names('acme labs', 'Blue_Sky Ltd')],
  // Ids and indexes
  [accounts(`WHERE Id = '${id.account(3)}'`), names('Blue_Sky Ltd')],
  [accounts(`WHERE Id = '${id.account(3).slice(0, 15)}'`), names('Blue_Sky Ltd')],
  [
    accounts(`WHERE Id IN ('${id.account(4)}', '${id.account(1)}', '${id.account(9)}')`),
    names('Acme Corp', '100% Pure'),
  ],
  [accounts("WHERE Ext__c = 'a-2'"), names('acme labs')],
  [accounts(`WHERE Id > '${id.account(4)}'`), names("O'Brien & Sons")],
  [`SELECT LastName FROM Contact WHERE AccountId = '${id.account(1)}' AND FirstName != 'ann'`, [{ LastName: 'Brown' }]],
  ["SELECT LastName FROM Contact WHERE Account.Parent.Name = 'Acme Corp'", [{ LastName: 'Crow' }]],
  ['SELECT LastName FROM Contact WHERE Account.Industry = null', [{ LastName: 'Dahl' }, { LastName: 'Ely' }]],
  // Several values
  [accounts("WHERE Tags__c INCLUDES ('red')"), names('Acme Corp', '100% Pure')],
  [accounts("WHERE Tags__c INCLUDES ('red;green', 'blue')"), names('Acme Corp', '100% Pure')],
  [accounts("WHERE Tags__c EXCLUDES ('red')"), names('acme labs', 'Blue_Sky Ltd', "O'Brien & Sons")],
  // Semi-joins and anti-joins
  [
    accounts("WHERE Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Closed Won')"),
    names('Acme Corp', 'acme labs'),
  ],
  [accounts('WHERE Id NOT IN (SELECT AccountId FROM Contact)'), names('Blue_Sky Ltd', '100% Pure')],
  [
    "SELECT LastName FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Rating = 'Hot') AND FirstName = null",
    [{ LastName: 'Ely' }],
  ],
  // Dates: noon of 15 February 2026
  ['SELECT Name FROM Opportunity WHERE CloseDate = TODAY', names('Second')],
  ['SELECT Name FROM Opportunity WHERE CloseDate > TODAY', names('Open')],
  ['SELECT Name FROM Opportunity WHERE CloseDate = LAST_N_DAYS:30', names('Big deal', 'Second')],
  ['SELECT Name FROM Opportunity WHERE CloseDate = NEXT_MONTH', names('Open')],
  ['SELECT Name FROM Opportunity WHERE CloseDate = THIS_FISCAL_QUARTER', names('Big deal', 'Second', 'Open')],
  ['SELECT Name FROM Opportunity WHERE CloseDate < LAST_MONTH', names('Labs')],
  ['SELECT Name FROM Opportunity WHERE CloseDate = 2026-01-20', names('Big deal')],
  [accounts('WHERE CreatedDate = YESTERDAY'), names('100% Pure')],
  [
    accounts('WHERE CreatedDate >= 2026-01-01T11:00:00+01:00 AND CreatedDate < 2026-01-10T00:00:01Z'),
    names('acme labs', 'Blue_Sky Ltd'),
  ],
  [accounts('WHERE CALENDAR_YEAR(CreatedDate) = 2025'), names('Acme Corp')],
  [accounts('WHERE HOUR_IN_DAY(CreatedDate) > 8'), names('Acme Corp', 'acme labs', "O'Brien & Sons")],
  [
    'SELECT LastName FROM Contact WHERE CALENDAR_MONTH(Birthdate) IN (2, 7)',
    [{ LastName: 'Archer' }, { LastName: 'Crow' }],
  ],
  // Order, limit, offset
  [accounts('ORDER BY Name'), names('100% Pure', 'Acme Corp', 'acme labs', 'Blue_Sky Ltd', "O'Brien & Sons")],
  [accounts('ORDER BY AnnualRevenue'), names('Blue_Sky Ltd', '100% Pure', "O'Brien & Sons", 'acme labs', 'Acme Corp')],
  [accounts('ORDER BY AnnualRevenue DESC NULLS LAST LIMIT 2'), names('Acme Corp', 'acme labs')],
  [
    accounts('ORDER BY Rating NULLS LAST, Name DESC'),
    names("O'Brien & Sons", 'Acme Corp', 'acme labs', '100% Pure', 'Blue_Sky Ltd'),
  ],
  [accounts('ORDER BY Name LIMIT 2 OFFSET 1'), names('Acme Corp', 'acme labs')],
  [accounts('ORDER BY Owner.Name DESC, Name LIMIT 3'), names('100% Pure', 'acme labs', 'Acme Corp')],
  // Children
  [
    'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName DESC) FROM Account LIMIT 3',
    [
      {
        Name: 'Acme Corp',
        Contacts: { totalSize: 2, done: true, records: [{ LastName: 'Brown' }, { LastName: 'Archer' }] },
      },
      { Name: 'acme labs', Contacts: { totalSize: 1, done: true, records: [{ LastName: 'Crow' }] } },
      { Name: 'Blue_Sky Ltd', Contacts: null },
    ],
  ],
  [
    "SELECT (SELECT Name FROM Opportunities WHERE Amount > 60 LIMIT 1), Name FROM Account WHERE Name LIKE 'acme%'",
    [
      { Opportunities: { totalSize: 1, done: true, records: [{ Name: 'Big deal' }] }, Name: 'Acme Corp' },
      { Opportunities: { totalSize: 1, done: true, records: [{ Name: 'Labs' }] }, Name: 'acme labs' },
    ],
  ],
  // Groups
  ['SELECT COUNT(Id) FROM Account', [{ expr0: 5 }]],
  [
    'SELECT COUNT(Rating) n, COUNT_DISTINCT(Rating), MAX(Name), AVG(AnnualRevenue) FROM Account',
    [{ n: 4, expr0: 3, expr1: "O'Brien & Sons", expr2: 332_500 }],
  ],
  ["SELECT SUM(Amount) FROM Opportunity WHERE Name = 'nothing'", [{ expr0: null }]],
  [
    'SELECT StageName, SUM(Amount) total, MIN(CloseDate) FROM Opportunity GROUP BY StageName',
    [
      { StageName: 'Closed Won', total: 120, expr0: '2025-11-30' },
      { StageName: 'Prospecting', total: 100, expr0: '2026-01-20' },
    ],
  ],
  [
    'SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry HAVING COUNT(Id) > 1',
    [{ Industry: 'Technology', n: 2 }],
  ],
  [
    'SELECT Account.Name, COUNT(Id) FROM Contact GROUP BY Account.Name ORDER BY COUNT(Id) DESC, Account.Name LIMIT 2',
    [
      { Name: 'Acme Corp', expr0: 2 },
      { Name: null, expr0: 1 },
    ],
  ],
  [
    'SELECT CALENDAR_YEAR(CloseDate) y, COUNT(Id) FROM Opportunity GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)',
    [
      { y: 2025, expr0: 1 },
      { y: 2026, expr0: 3 },
    ],
  ],
  [
    'SELECT StageName, COUNT(Id) n, GROUPING(StageName) g FROM Opportunity GROUP BY ROLLUP(StageName)',
    [
      { StageName: 'Closed Won', n: 2, g: 0 },
      { StageName: 'Prospecting', n: 2, g: 0 },
      { StageName: null, n: 4, g: 1 },
    ],
  ],
  [
    "SELECT Industry, Rating, COUNT(Id) n FROM Account WHERE Industry = 'Technology' GROUP BY CUBE(Industry, Rating)",
    [
      { Industry: 'Technology', Rating: 'Hot', n: 1 },
      { Industry: 'Technology', Rating: 'Warm', n: 1 },
      { Industry: 'Technology', Rating: null, n: 2 },
      { Industry: null, Rating: 'Hot', n: 1 },
      { Industry: null, Rating: 'Warm', n: 1 },
      { Industry: null, Rating: null, n: 2 },
    ],
  ],
  // Parents of several types
  [
    'SELECT Subject, What.Name, What.Type FROM Task',
    [
      { Subject: 'Call', What: { Name: 'Acme Corp', Type: 'Account' } },
      { Subject: 'Mail', What: { Name: 'Big deal', Type: 'Opportunity' } },
      { Subject: 'Idle', What: null },
    ],
  ],
  ["SELECT Subject FROM Task WHERE What.Type = 'Opportunity'", [{ Subject: 'Mail' }]],
  [
    'SELECT TYPEOF What WHEN Account THEN Industry WHEN Opportunity THEN Amount, StageName ELSE Name END FROM Task',
    [{ What: { Industry: 'Technology' } }, { What: { Amount: 100, StageName: 'Prospecting' } }, { What: null }],
  ],
  // The rest
  [
    'SELECT FIELDS(STANDARD) FROM Task LIMIT 1',
    [
      {
        Id: id.task(1),
        IsDeleted: false,
        CreatedDate: null,
        Subject: 'Call',
        WhatId: id.account(1),
        WhoId: id.contact(1),
      },
    ],
  ],
  ['SELECT FIELDS(CUSTOM) FROM Account LIMIT 1', [{ Ext__c: 'A-1', Tags__c: 'red;green' }]],
  ['SELECT toLabel(Rating), FORMAT(AnnualRevenue) money FROM Account LIMIT 1', [{ Rating: 'Hot', money: '1,000,000' }]],
  [accounts('USING SCOPE mine WITH SECURITY_ENFORCED LIMIT 2'), names('Acme Corp', 'Blue_Sky Ltd')],
  ['SELECT BillingAddress FROM Account LIMIT 1', [{ BillingAddress: { ofWhat: 'BillingAddress', city: 'Berlin' } }]],
]

test.each(QUERIES)('%s', (soql, records) => {
  expect(plain(ask(soql))).toEqual(records)
})

test('there are sixty at the least', () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(60)
})
