import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { convertWorkday } from '../../../contracts/workday/index.js'
import { checkout } from '../stripe/description.js'
import { type Documented, factsOf, ofService } from './described.js'

// Our descriptions beside the vendor's own files, where those are. What differs is printed.
const shared = process.env.STANDIN_SHARED ?? join(checkout, '..', 'shared')
const folder = join(shared, 'data', 'workday')
const own = convertWorkday() as unknown as Documented

const SERVICES = [
  ['staffing/v6', 'staffing.openapi.yaml'],
  ['person/v4', 'person.openapi.yaml'],
  ['common/v1', 'workday.common_openapi.yml'],
  ['businessProcess/v1', 'workday.businessprocess_openapi.yml'],
  ['absenceManagement/v1', 'workday.absencemanagement_openapi.yml'],
  ['compensation/v2', 'workday.compensation_openapi.yml'],
  ['performanceEnablement/v5', 'performance-enablement.openapi.yaml'],
] as const

describe.each(SERVICES)('%s', (service, file) => {
  const absent = !existsSync(join(folder, file))
  test.skipIf(absent)(
    `has the vendor's methods, paths, parameters and fields${absent ? ` (SKIPPED: ${file} is not on this machine)` : ''}`,
    () => {
      const vendor = factsOf(parse(readFileSync(join(folder, file), 'utf8')) as Documented)
      const differing: string[] = []
      for (const [key, facts] of ofService(own, service)) {
        const theirs = vendor.get(key) ?? vendor.get(`${key}/`)
        if (!theirs) {
          differing.push(`${key}: the vendor has no such operation`)
          continue
        }
        for (const part of ['query', 'body', 'answer', 'status'] as const) {
          const [ours, wanted] = [String(facts[part]), String(theirs[part])]
          if (ours !== wanted) differing.push(`${key} ${part}: ${ours || 'nothing'} instead of ${wanted || 'nothing'}`)
        }
      }
      expect(differing.join('\n')).toBe('')
    },
  )
})
