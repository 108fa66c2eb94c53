import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { machine, standin, started } from './harness.js'

const here = machine()
const make = (url: string, key: string, name: string) =>
  fetch(`${url}/things`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: `name=${name}&size=1`,
  }).then((response) => response.json() as Promise<{ id: string }>)
const things = async () => (await rows())?.rows ?? 0
const rows = async () => {
  const { json } = await standin(here, ['world', 'list', '--json'])
  const state = await fetch(`${control}/_standin/worlds/default/state`).then((response) => response.json())
  expect(json.worlds).toHaveLength(1)
  return (state as { tables: { table: string; rows: number }[] }).tables.find(({ table }) => table === 'things')
}
let control = ''

test('a state is kept by name or in a file, and given back', async () => {
  const { info, url, key, stop } = await started(here)
  control = info.controlUrl
  const first = await make(url, key, 'one')
  expect((await standin(here, ['snapshot', 'save', 'one'])).out).toContain("as 'one'")
  const file = join(here.dir, 'one.snapshot')
  expect((await standin(here, ['snapshot', 'save', './one.snapshot'])).code).toBe(0)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const second = await make(url, key, 'two')
  expect(await things()).toBe(2)
  expect((await standin(here, ['snapshot', 'restore', 'one'])).out).toContain('as it was then')
  expect(await things()).toBe(1)
  expect(await make(url, key, 'two')).toEqual(second)
  await standin(here, ['snapshot', 'restore', './one.snapshot'])
  expect(await things()).toBe(1)
  expect((await standin(here, ['snapshot', 'list', '--json'])).json.snapshots).toMatchObject([{ name: 'one' }])
  expect((await standin(here, ['snapshot', 'remove', 'one'])).code).toBe(0)
  expect((await standin(here, ['snapshot', 'restore', 'one'])).err).toContain('There is no snapshot')
  expect(first.id).toMatch(/^thing_/)
  await stop()
})

test('what is no snapshot leaves the world as it was', async () => {
  const { info, url, key, stop } = await started(here)
  control = info.controlUrl
  await make(url, key, 'one')
  writeFileSync(join(here.dir, 'bad.snapshot'), 'hello')
  const bad = await standin(here, ['snapshot', 'restore', './bad.snapshot'])
  expect([bad.code, bad.err]).toEqual([2, expect.stringContaining('not gzip')])
  expect((await standin(here, ['snapshot', 'restore', './none.snapshot'])).err).toContain('ENOENT')
  expect((await standin(here, ['snapshot', 'save', 'no/folder.snapshot'])).err).toContain('There is no folder')
  expect(await things()).toBe(1)
  expect(existsSync(join(here.dir, 'no'))).toBe(false)
  expect(readdirSync(here.dir).filter((name) => name.endsWith('.tmp'))).toEqual([])
  await stop()
})

test('a copy of a world has a key of its own', async () => {
  const { url, key, stop } = await started(here)
  await make(url, key, 'one')
  expect((await standin(here, ['world', 'new', 'b', '--like', 'default'])).code).toBe(0)
  expect((await standin(here, ['world', 'new', 'c', '--like', 'default', '--seed', 'x'])).err).toContain(
    'Leave them out',
  )
  await stop()
})
