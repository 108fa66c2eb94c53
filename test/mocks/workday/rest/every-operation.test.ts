import fc from 'fast-check'
import { expect, test } from 'vitest'
import { restBehaviours } from '../../../../mocks/workday/rest/behaviours.js'
import { tenant } from '../../../support/workday.js'

// In strict mode an answer that does not fit its description is an error, so reading everything checks the form of all.
const KEYS = restBehaviours.map(({ key }) => key)
const isRead = (key: string) => key.startsWith('GET ')

type Tenant = Awaited<ReturnType<typeof tenant>>

/** Ids to ask for, by what the path is about. */
async function idsIn(at: Tenant) {
  const first = async (path: string) => {
    const { body } = await at.rest('GET', path)
    if (body.data === undefined) throw new Error(`${path}: ${JSON.stringify(body)}`)
    return body.data[0]
  }
  const worker = await first('staffing/v6/{tenant}/workers?search=30020')
  const begin = async (what: string, body: unknown) =>
    (await at.rest('POST', `staffing/v6/{tenant}/workers/${worker.id}/${what}`, body)).body.id
  const ids: Record<string, string> = {
    workers: worker.id,
    people: worker.person.id,
    jobChanges: await begin('jobChanges', { date: '2026-11-25' }),
    organizationAssignmentChanges: await begin('organizationAssignmentChanges', { date: '2026-11-25' }),
    workContactInformationChanges: await begin('workContactInformationChanges', {}),
    homeContactInformationChanges: await begin('homeContactInformationChanges', {}),
    supervisoryOrganizations: (await first('staffing/v6/{tenant}/supervisoryOrganizations')).id,
    jobs: (await first('staffing/v6/{tenant}/jobs')).id,
    jobProfiles: (await first('staffing/v6/{tenant}/jobProfiles')).id,
    jobFamilies: (await first('staffing/v6/{tenant}/jobFamilies')).id,
  }
  return ids
}

const pathOf = (key: string, ids: Record<string, string>) =>
  key
    .slice(key.indexOf(' ') + 1)
    .replace('/ccx/api/', '')
    .replace(/(\w+)\/\{(?:ID|id)\}/, (_, of: string) => `${of}/${ids[of] ?? 'nothing'}`)
    .replace('{subresourceID}', 'nothing')

test('every list and every single thing that is modelled answers, in the form that is described', async () => {
  const at = await tenant({ strict: true })
  const ids = await idsIn(at)
  const odd: string[] = []
  for (const key of KEYS.filter(isRead)) {
    const answer = await at.rest('GET', pathOf(key, ids))
    const listed = Array.isArray(answer.body.data)
    if (answer.status !== 200 && answer.status !== 404) odd.push(`${key}: ${answer.status} ${answer.body.error}`)
    if (!listed || !KEYS.includes(`${key}/{subresourceID}`)) continue
    const [item] = answer.body.data
    if (item?.id === undefined) continue
    const single = await at.rest('GET', pathOf(key, ids).concat(`/${item.id}`))
    if (single.status !== 200) odd.push(`${key}/{subresourceID}: ${single.status} ${single.body.error}`)
  }
  expect(odd).toEqual([])
})

const json = fc.jsonValue({ maxDepth: 4 })
const day = fc.constantFrom('2026-02-31', '2026-13-01', '0000-00-00', '', '9999-12-31', '2026-11-25', 'tomorrow')
const deep = fc.integer({ min: 1, max: 2000 }).map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)))
const field = fc.oneof(json, day, deep, fc.constant({ id: 'Employee_ID=404' }))
const names = ['date', 'job', 'reason', 'position', 'usage', 'emailAddress', 'days', 'comment', 'to', 'location']
const body = fc.oneof(json, deep, fc.dictionary(fc.constantFrom(...names), field))

test('whatever is sent, the answer is one of the API’s own, and what was refused changed nothing', async () => {
  const at = await tenant()
  const ids = await idsIn(at)
  const writes = KEYS.filter((key) => !isRead(key))
  const seen = async () => (await at.rest('GET', `staffing/v6/{tenant}/workers/${ids.workers}`)).body
  const before = await seen()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...writes.filter((key) => !key.includes('businessTitle'))),
      body,
      async (key, sent) => {
        const [method = ''] = key.split(' ')
        const answer = await at.rest(method, pathOf(key, ids), sent)
        expect([200, 201, 400, 404]).toContain(answer.status)
        if (answer.status >= 400) expect(answer.body.error).toEqual(expect.any(String))
      },
    ),
    { numRuns: 250, seed: 7 },
  )
  expect(await seen()).toEqual(before)
}, 30_000)
