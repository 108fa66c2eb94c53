import { Collection } from '@mswjs/data'
import { z } from 'zod'
import { systemActor } from './access/access.js'
import { insertRecord, type Values } from './records/save.js'
import { pick, WORDS } from './seed-words.js'
import type { SalesforceWorld } from './world.js'

const DAY = 24 * 3600 * 1000

/** How many of each: what a small company has, and enough to page through. */
const SIZES = {
  small: { accounts: 12, contacts: 30, leads: 10, opportunities: 16, cases: 12, tasks: 15, products: 6 },
  large: { accounts: 500, contacts: 1500, leads: 400, opportunities: 800, cases: 600, tasks: 1000, products: 40 },
} as const

export type Size = keyof typeof SIZES

const company = z.object({
  key: z.number(),
  Name: z.string(),
  Industry: z.string(),
  Type: z.string(),
  Rating: z.string(),
  BillingStreet: z.string(),
  BillingCity: z.string(),
  BillingCountry: z.string(),
  Phone: z.string(),
  Website: z.string(),
  NumberOfEmployees: z.number(),
  AnnualRevenue: z.number(),
})
const person = z.object({
  key: z.number(),
  account: z.number(),
  FirstName: z.string(),
  LastName: z.string(),
  Email: z.string(),
  Title: z.string(),
  Phone: z.string(),
})
const prospect = z.object({
  FirstName: z.string(),
  LastName: z.string(),
  Company: z.string(),
  Email: z.string(),
  Status: z.string(),
  LeadSource: z.string(),
})
const deal = z.object({
  account: z.number(),
  Name: z.string(),
  StageName: z.string(),
  Amount: z.number(),
  closesIn: z.number(),
})
const ticket = z.object({
  account: z.number(),
  contact: z.number(),
  Subject: z.string(),
  Status: z.string(),
  Priority: z.string(),
  Origin: z.string(),
})
const errand = z.object({
  account: z.number(),
  contact: z.number(),
  Subject: z.string(),
  Status: z.string(),
  dueIn: z.number(),
})
const article = z.object({ Name: z.string(), ProductCode: z.string(), price: z.number() })

/** Sample data as typed collections; they flow one way, into the tables of a world. */
export async function sampleCompany(size: Size) {
  const count = SIZES[size]
  const accounts = new Collection({ schema: company })
  const contacts = new Collection({ schema: person })
  const leads = new Collection({ schema: prospect })
  const opportunities = new Collection({ schema: deal })
  const cases = new Collection({ schema: ticket })
  const tasks = new Collection({ schema: errand })
  const products = new Collection({ schema: article })
  await accounts.createMany(count.accounts, makeCompany)
  await contacts.createMany(count.contacts, (i) => makePerson(i, i % count.accounts))
  await leads.createMany(count.leads, makeProspect)
  await opportunities.createMany(count.opportunities, (i) => makeDeal(i, i % count.accounts))
  await cases.createMany(count.cases, (i) => makeTicket(i, i % count.accounts, i % count.contacts))
  await tasks.createMany(count.tasks, (i) => makeErrand(i, i % count.accounts, i % count.contacts))
  await products.createMany(count.products, makeArticle)
  return { accounts, contacts, leads, opportunities, cases, tasks, products }
}

function makeCompany(i: number) {
  const name = `${pick(WORDS.companies, i)} ${pick(WORDS.trades, Math.floor(i / WORDS.companies.length) + i)}`
  const serial = i < WORDS.companies.length ? '' : ` ${Math.floor(i / WORDS.companies.length) + 1}`
  return {
    key: i,
    Name: `${name}${serial}`,
    Industry: pick(WORDS.industries, i),
    Type: pick(WORDS.accountTypes, i),
    Rating: pick(WORDS.ratings, i),
    BillingStreet: `${i + 1} ${pick(WORDS.streets, i)}`,
    BillingCity: pick(WORDS.cities, i),
    BillingCountry: pick(WORDS.countries, i),
    Phone: `+1 555 01${String(i % 100).padStart(2, '0')}`,
    Website: `https://www.${pick(WORDS.companies, i).toLowerCase()}${i}.test`,
    NumberOfEmployees: 5 + ((i * 37) % 900),
    AnnualRevenue: 50_000 * (1 + ((i * 13) % 200)),
  }
}

function makePerson(i: number, account: number) {
  const [first, last] = nameOf(i)
  return {
    key: i,
    account,
    FirstName: first,
    LastName: last,
    Email: `${first}.${last}${i}@company${account}.test`.toLowerCase(),
    Title: pick(WORDS.titles, i),
    Phone: `+1 555 01${String((i * 7) % 100).padStart(2, '0')}`,
  }
}

function nameOf(i: number): [first: string, last: string] {
  return [pick(WORDS.firstNames, i), pick(WORDS.lastNames, i * 3 + Math.floor(i / WORDS.firstNames.length))]
}

function makeProspect(i: number) {
  const [first, last] = nameOf(i + 5)
  return {
    FirstName: first,
    LastName: last,
    Company: `${pick(WORDS.companies, i + 3)} Partners`,
    Email: `${first}.${last}${i}@prospect.test`.toLowerCase(),
    Status: pick(['Open - Not Contacted', 'Working - Contacted', 'Closed - Not Converted'], i),
    LeadSource: pick(WORDS.sources, i),
  }
}

function makeDeal(i: number, account: number) {
  return {
    account,
    Name: `${pick(WORDS.companies, account)} - ${pick(WORDS.goods, i)}`,
    StageName: pick(WORDS.stages, i),
    Amount: 1000 * (1 + ((i * 17) % 90)),
    closesIn: ((i * 11) % 180) - 60,
  }
}

function makeTicket(i: number, account: number, contact: number) {
  return {
    account,
    contact,
    Subject: pick(WORDS.complaints, i),
    Status: pick(['New', 'Working', 'Escalated', 'Closed'], i),
    Priority: pick(['Medium', 'High', 'Low'], i),
    Origin: pick(['Phone', 'Email', 'Web'], i),
  }
}

function makeErrand(i: number, account: number, contact: number) {
  return {
    account,
    contact,
    Subject: pick(['Call', 'Send Quote', 'Send Letter', 'Other'], i),
    Status: pick(['Not Started', 'In Progress', 'Completed'], i),
    dueIn: ((i * 5) % 40) - 10,
  }
}

function makeArticle(i: number) {
  return {
    Name: pick(WORDS.goods, i),
    ProductCode: `P-${String(i + 1).padStart(4, '0')}`,
    price: 10 * (1 + ((i * 7) % 60)),
  }
}

/** Puts a sample company into an org, through the same checks as a client's records. */
export function seedCompany(world: SalesforceWorld, sample: Awaited<ReturnType<typeof sampleCompany>>): void {
  const actor = systemActor(world)
  const save = (name: string, values: Values): string => {
    const object = world.catalogue.object(name)
    if (!object) throw new Error(`The catalogue has no ${name}.`)
    return insertRecord(world, actor, object, values).id
  }
  const dayFromNow = (days: number) => new Date(world.port.now() + days * DAY).toISOString().slice(0, 10)
  const accounts = sample.accounts.all().map(({ key: _, ...values }) => save('Account', values))
  const contacts = sample.contacts
    .all()
    .map(({ key: _, account, ...values }) => save('Contact', { ...values, AccountId: accounts[account] }))
  for (const lead of sample.leads.all()) save('Lead', lead)
  for (const { account, closesIn, ...values } of sample.opportunities.all())
    save('Opportunity', { ...values, AccountId: accounts[account], CloseDate: dayFromNow(closesIn) })
  for (const { account, contact, ...values } of sample.cases.all())
    save('Case', { ...values, AccountId: accounts[account], ContactId: contacts[contact] })
  for (const { account, contact, dueIn, ...values } of sample.tasks.all())
    save('Task', { ...values, WhatId: accounts[account], WhoId: contacts[contact], ActivityDate: dayFromNow(dueIn) })
  const [standard] = world.records('Pricebook2').all()
  for (const { price, ...values } of sample.products.all()) {
    const product = save('Product2', { ...values, IsActive: true })
    save('PricebookEntry', { Product2Id: product, Pricebook2Id: standard?.id, UnitPrice: price, IsActive: true })
  }
}
