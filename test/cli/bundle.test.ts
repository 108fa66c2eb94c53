import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packLines, unpackLines } from '../../src/engine/world/packed-lines.js'
import { machine, standin, started } from './harness.js'

const here = machine()
const make = (url: string, key: string, name: string) =>
  fetch(`${url}/things`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: `name=${name}&size=1`,
  })

test('what happened is saved, shown in plain words, and replayed without the sandbox', async () => {
  const { url, key, stop } = await started(here)
  await make(url, key, 'ada%40home.org')
  await standin(here, ['clock', 'advance', '1h'])
  await standin(here, ['snapshot', 'save', 'later'])
  await make(url, key, 'two')
  expect((await standin(here, ['bundle', 'save', 'bug.standin'])).out).toContain('2 requests')
  expect((await standin(here, ['bundle', 'save', 'short.standin', '--from', 'later', '--json'])).json.requests).toBe(1)
  await stop()
  const shown = (await standin(here, ['bundle', 'show', 'bug.standin'])).out
  expect(shown).toMatch(/shop POST \/things: 200[\s\S]*clock advance/)
  expect(shown).not.toContain('ada@home')
  const replayed = await standin(here, ['bundle', 'replay', 'bug.standin'])
  expect([replayed.code, replayed.out]).toEqual([0, expect.stringContaining('2 requests')])
  const file = join(here.dir, 'bug.standin')
  const text = unpackLines(readFileSync(file), file).map((line) =>
    line.replace('\\"name\\":\\"two\\"', '\\"name\\":\\"three\\"'),
  )
  writeFileSync(file, packLines(text))
  const differs = await standin(here, ['bundle', 'replay', 'bug.standin'])
  expect([differs.code, differs.out]).toEqual([1, expect.stringMatching(/It differs[\s\S]*name[\s\S]*three[\s\S]*two/)])
  expect((await standin(here, ['bundle', 'replay', 'bug.standin', '--json'])).json.first.differences).toMatchObject([
    { where: 'name', recorded: 'three', now: 'two' },
  ])
})

test('a sandbox that records nothing says so; what is no bundle too', async () => {
  const { stop } = await started(here, ['--no-record'])
  expect((await standin(here, ['bundle', 'save', 'none.standin'])).err).toContain('records nothing')
  await stop()
  writeFileSync(join(here.dir, 'bad.standin'), 'hello')
  expect((await standin(here, ['bundle', 'show', 'bad.standin'])).err).toContain('not gzip')
  expect((await standin(here, ['bundle', 'replay', 'nowhere.standin'])).err).toContain('ENOENT')
})
