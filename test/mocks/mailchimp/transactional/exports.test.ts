import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../support/temporary-folder.js'
import { account, SECOND } from './support/account.js'

const python = spawnSync('python3', ['--version']).error === undefined

/** The one file of a ZIP, taken out by a program that is not ours. */
function unzipped(bytes: Buffer): { name: string; text: string } {
  const file = join(temporaryFolder(), 'export.zip')
  writeFileSync(file, bytes)
  const code = `import json, sys, zipfile
z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None
n = z.namelist()[0]; print(json.dumps({"name": n, "text": z.read(n).decode()}))`
  return JSON.parse(execFileSync('python3', ['-c', code, file]).toString())
}

test('an export waits, works and is complete, on the clock', async () => {
  const { ok, wait } = await account()
  const { id, state, result_url } = await ok('exports/activity', {})
  expect([state, result_url]).toEqual(['waiting', null])
  await wait(5 * SECOND)
  expect((await ok('exports/info', { id })).state).toBe('working')
  await wait(5 * SECOND)
  expect(await ok('exports/list')).toMatchObject([{ id, state: 'complete', finished_at: '2026-01-15 09:00:10' }])
})

test.skipIf(!python)(`its ZIP holds what was asked for${python ? '' : ' (skipped: no python3)'}`, async () => {
  const { ok, send, wait, get, tx } = await account()
  await send({ to: [{ email: 'ada@example.com' }], subject: '=cmd, "quoted"', tags: ['a'] })
  await send({ to: [{ email: 'bob@example.com' }], tags: ['b'] })
  await ok('rejects/add', { email: 'eve@example.com', comment: 'no' })
  const activity = await ok('exports/activity', { tags: ['a'] })
  const rejects = await ok('exports/rejects', { notify_email: 'ops@example.com' })
  await wait(10 * SECOND)
  const download = async (id: string) => unzipped((await get((await ok('exports/info', { id })).result_url)).bytes)
  expect(await download(activity.id)).toEqual({
    name: 'activity.csv',
    text: `Date,Email Address,Sender,Subject,Status,Tags,Opens,Clicks,Bounce Detail\r\n2026-01-15 09:00:00,ada@example.com,shop@example.com,"'=cmd, ""quoted""",sent,a,0,0,\r\n`,
  })
  expect((await download(rejects.id)).text).toContain('eve@example.com,custom,no,')
  expect(tx.notices.all().map(({ to }) => to)).toEqual(['ops@example.com'])
  expect((await get('/exports/nobody/activity.zip')).status).toBeGreaterThanOrEqual(400)
})
