import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RawField } from '../../../contracts/salesforce/catalogue/model.js'
import { checkout } from '../stripe/description.js'
import { fieldsOf, salesforceCatalogue } from './catalogue.js'

type Fact = [
  type: string,
  nillable: boolean,
  relationship: string | null,
  length: number,
  createable: boolean,
  updateable: boolean,
]

// Facts of seven objects as orgs described them, from the test recordings of SFDO-Tooling/CumulusCI (BSD-3), read 2026-11-23.
const file = join(checkout, 'test', 'contracts', 'salesforce', 'facts.json')
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, Fact>>
const facts = Object.entries(recorded).flatMap(([object, fields]) =>
  Object.entries(fields).map(([field, fact]) => [`${object}.${field}`, fact] as const),
)

/** Shares of the recorded fields that a catalogue has, and has right. */
function shares(mended: boolean) {
  const fields = fieldsOf(salesforceCatalogue(mended))
  const present = facts.flatMap(([key, fact]) => {
    const field = fields.get(key)
    return field ? [[fact, field] as const] : []
  })
  const share = (right: (fact: Fact, field: RawField) => boolean, of = present) =>
    of.filter(([fact, field]) => right(fact, field)).length / of.length
  const references = present.filter(([[type]]) => type === 'reference')
  return {
    present: present.length / facts.length,
    type: share(([type], field) => field.type === type),
    nillable: share(([, nillable], field) => nillable === !field.required),
    relationship: share(([, , name], field) => (field.relationship ?? null) === name),
    references: share(([, , name], field) => (field.relationship ?? null) === name, references),
    length: share(([, , , length], field) => (field.length ?? 0) === length),
    createable: share(([, , , , createable], field) => (field.createable ?? true) === createable),
    updateable: share(([, , , , , updateable], field) => (field.updateable ?? true) === updateable),
  }
}

test('the catalogue has at least 98 % of the recorded fields, and at least 95 % of their types, nillable and names right', () => {
  const found = shares(true)
  expect(found.present).toBeGreaterThanOrEqual(0.98)
  expect(found.type).toBeGreaterThanOrEqual(0.95)
  expect(found.nillable).toBeGreaterThanOrEqual(0.95)
  expect(found.relationship).toBeGreaterThanOrEqual(0.95)
  expect(found.references).toBeGreaterThanOrEqual(0.95)
  expect(found.length).toBeGreaterThanOrEqual(0.95)
  expect(found.createable).toBeGreaterThanOrEqual(0.95)
  expect(found.updateable).toBeGreaterThanOrEqual(0.95)
})

test('the rules alone, which is all that the other objects have, come near it', () => {
  const found = shares(false)
  expect(found.present).toBeGreaterThanOrEqual(0.98)
  expect(found.type).toBeGreaterThanOrEqual(0.94)
  expect(found.nillable).toBeGreaterThanOrEqual(0.99)
  expect(found.relationship).toBeGreaterThanOrEqual(0.95)
  expect(found.createable).toBeGreaterThanOrEqual(0.88)
})

test('what a client must give is exactly what the recordings say', () => {
  const { objects } = salesforceCatalogue()
  const required = (name: string) =>
    objects
      .find((object) => object.name === name)
      ?.fields.filter((field) => field.required && !field.defaulted && field.createable !== false)
      .map((field) => field.name)
  expect(required('Account')).toEqual(['Name'])
  expect(required('Contact')).toEqual(['LastName'])
  expect(required('Lead')?.sort()).toEqual(['Company', 'LastName'])
  expect(required('Opportunity')?.sort()).toEqual(['CloseDate', 'Name', 'StageName'])
  expect(required('OpportunityContactRole')?.sort()).toEqual(['ContactId', 'OpportunityId'])
})

test('the catalogue has the objects of both sources, and none of their prose', () => {
  const catalogue = salesforceCatalogue()
  expect(catalogue.objects.length).toBe(1145)
  expect(JSON.stringify(catalogue)).not.toMatch(/Required\.|Maximum size|Label is/)
})
