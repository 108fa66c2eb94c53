import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkout } from '../stripe/description.js'
import { salesforceCatalogue } from './catalogue.js'

const shared = process.env.STANDIN_SHARED ?? join(checkout, '..', 'shared')
const file = join(shared, 'data', 'salesforce', 'real_describe_facts.json')
const absent = !existsSync(file)

interface Recorded {
  keyPrefix: string
  fields: Record<string, { type: string; picklist?: [string, boolean][]; defaultedOnCreate: boolean }>
  children: [child: string, field: string, name: string | null, cascade: boolean, restricted: boolean][]
}

test.skipIf(absent)(
  `children, picklists and defaults are as orgs described them${absent ? ' (SKIPPED: real_describe_facts.json is not on this machine)' : ''}`,
  () => {
    const recorded = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Recorded>
    const { objects } = salesforceCatalogue()
    let named = 0
    let found = 0
    for (const [name, { keyPrefix, children, fields }] of Object.entries(recorded)) {
      const object = objects.find((each) => each.name === name)
      expect(object?.prefix).toBe(keyPrefix)
      for (const [child, field, relationship] of children) {
        if (!relationship) continue
        named++
        const same = object?.children?.some(
          (each) => each.object === child && each.field === field && each.relationship === relationship,
        )
        if (same) found++
      }
      for (const [field, { picklist = [], defaultedOnCreate }] of Object.entries(fields)) {
        const own = object?.fields.find((each) => each.name === field)
        if (!own) continue
        expect([field, own.defaulted ?? false]).toEqual([field, defaultedOnCreate])
        if (picklist.length === 0 || picklist.length >= 80) continue
        expect(own.values?.map((value) => value.replace(/\*$/, ''))).toEqual(picklist.map(([value]) => value))
      }
    }
    // The others are of objects that neither source has.
    expect(named).toBe(230)
    expect(found).toBeGreaterThanOrEqual(212)
  },
)
