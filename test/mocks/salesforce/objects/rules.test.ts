import { expect, test } from 'vitest'
import { org } from '../support/org.js'

const sobjects = '/services/data/v59.0/sobjects'
const post = (json: unknown) => ({ method: 'POST', json })
const patch = (json: unknown) => ({ method: 'PATCH', json })

test('a stage decides probability, forecast and whether an opportunity is closed', async () => {
  const { send } = await org()
  const deal = { Name: 'Deal', StageName: 'Qualification', CloseDate: '2026-05-01', Amount: 1000 }
  const at = `${sobjects}/Opportunity/${(await send(`${sobjects}/Opportunity`, post(deal))).json.id}`
  expect((await send(at)).json).toMatchObject({
    Probability: 10,
    ForecastCategory: 'Pipeline',
    IsClosed: false,
    ExpectedRevenue: 100,
    FiscalYear: 2026,
    FiscalQuarter: 2,
  })
  await send(at, patch({ StageName: 'Closed Won' }))
  expect((await send(at)).json).toMatchObject({
    Probability: 100,
    IsClosed: true,
    IsWon: true,
    ForecastCategory: 'Closed',
  })
})

test('a case has a number, takes its account from its contact, and notes when it was closed', async () => {
  const { send } = await org()
  const account = (await send(`${sobjects}/Account`, post({ Name: 'Acme' }))).json.id
  const contact = (
    await send(`${sobjects}/Contact`, post({ LastName: 'Ng', Email: 'ng@acme.test', AccountId: account }))
  ).json.id
  const at = `${sobjects}/Case/${(await send(`${sobjects}/Case`, post({ Subject: 'x', ContactId: contact }))).json.id}`
  expect((await send(at)).json).toMatchObject({
    CaseNumber: '00001000',
    Status: 'New',
    Priority: 'Medium',
    AccountId: account,
    ContactEmail: 'ng@acme.test',
    IsClosed: false,
    ClosedDate: null,
  })
  await send(at, patch({ Status: 'Closed' }))
  expect((await send(at)).json).toMatchObject({ IsClosed: true, ClosedDate: '2026-01-15T09:00:00.000+0000' })
})

test('an event has an end where it has a length, and a task belongs to an account', async () => {
  const { send } = await org()
  const account = (await send(`${sobjects}/Account`, post({ Name: 'Acme' }))).json.id
  const event = { Subject: 'Call', ActivityDateTime: '2026-02-01T10:00:00Z', DurationInMinutes: 30, WhatId: account }
  const made = (await send(`${sobjects}/Event`, post(event))).json.id
  expect((await send(`${sobjects}/Event/${made}`)).json).toMatchObject({
    StartDateTime: '2026-02-01T10:00:00.000+0000',
    EndDateTime: '2026-02-01T10:30:00.000+0000',
    AccountId: account,
  })
  const task = (await send(`${sobjects}/Task`, post({ Subject: 'Mail', WhatId: account, Status: 'Completed' }))).json.id
  expect((await send(`${sobjects}/Task/${task}`)).json).toMatchObject({
    IsClosed: true,
    AccountId: account,
    Priority: 'Normal',
  })
})

test('products of an opportunity add up to its amount', async () => {
  const { send } = await org()
  const make = async (object: string, values: object): Promise<string> => {
    const made = await send(`${sobjects}/${object}`, post(values))
    expect(made).toMatchObject({ status: 201, json: { success: true } })
    return made.json.id
  }
  const recent = (
    await send(
      `/services/data/v59.0/query?q=${encodeURIComponent('SELECT Id FROM Pricebook2 WHERE IsStandard = true')}`,
    )
  ).json
  const standard = recent.records[0].Id
  const product = await make('Product2', { Name: 'Valve', IsActive: true })
  const entry = await make('PricebookEntry', {
    Product2Id: product,
    Pricebook2Id: standard,
    UnitPrice: 50,
    IsActive: true,
  })
  const deal = await make('Opportunity', { Name: 'Deal', StageName: 'Prospecting', CloseDate: '2026-05-01' })
  await make('OpportunityLineItem', { OpportunityId: deal, PricebookEntryId: entry, Quantity: 3 })
  const line = await make('OpportunityLineItem', {
    OpportunityId: deal,
    PricebookEntryId: entry,
    Quantity: 1,
    UnitPrice: 40,
  })
  expect((await send(`${sobjects}/Opportunity/${deal}`)).json).toMatchObject({
    Amount: 190,
    HasOpportunityLineItem: true,
  })
  await send(`${sobjects}/OpportunityLineItem/${line}`, { method: 'DELETE' })
  expect((await send(`${sobjects}/Opportunity/${deal}`)).json.Amount).toBe(150)
})
