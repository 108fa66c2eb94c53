import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.js'
import { temporaryFolder } from '../support/temporary-folder.js'
import { machine, session, shops, standin, started } from './harness.js'

const on = machine()

/** Starts with a state, does something, and ends. */
async function written(folder: string): Promise<void> {
  const sandbox = await started(on, ['--state', folder, '--forward', 'http://localhost:1/hook'])
  expect((await standin(on, ['world', 'new', 'ci-3'])).code).toBe(0)
  expect((await standin(on, ['clock', 'freeze'])).code).toBe(0)
  expect((await standin(on, ['snapshot', 'save', 'one'])).code).toBe(0)
  await sandbox.stop()
}

test('a start with --state goes on from the last one, says so, and subscribes no endpoint twice', async () => {
  const folder = temporaryFolder()
  await written(folder)
  const own = session(on)
  const args = ['start', '--port-base', '0', '--state', folder, '--forward', 'http://localhost:1/hook', '--seed', 'x']
  const ended = main(args, own.terminal, { catalog: shops })
  const text = await own.printed('Change nothing')
  expect(text).toMatch(/State\s+\S+: 2 worlds with \d+ rows?, read in \d+ ms/)
  expect(text.match(/whsec_/g)).toHaveLength(1)
  expect(own.err()).toContain('State: --seed counts for new worlds only; the 2 that were kept go on as they were.')
  expect((await standin(on, ['world', 'list', '--json'])).json.worlds).toMatchObject([
    { name: 'default', clock: { frozen: true } },
    { name: 'ci-3' },
  ])
  expect((await standin(on, ['snapshot', 'list', '--json'])).json.snapshots).toMatchObject([{ name: 'one' }])
  const second = await standin(on, ['start', '--port-base', '0', '--state', folder])
  expect(second.code).toBe(1)
  expect(second.err).toContain(`The state in ${folder} is in use by process ${process.pid}.`)
  expect((await standin(on, ['reset'])).code).toBe(0)
  own.interrupt()
  expect(await ended).toBe(0)
  expect(readdirSync(folder)).not.toContain('lock')
})

test('--fsync without --state is a wrong use', async () => {
  const ran = await standin(on, ['start', '--fsync'])
  expect(ran.code).toBe(2)
  expect(ran.err).toContain('Give --state <folder> too.')
})

test('state check says what is there; a damaged end can be put aside, and the start goes on from what is before it', async () => {
  const folder = temporaryFolder()
  await written(folder)
  const good = await standin(on, ['state', 'check', folder])
  expect(good.code).toBe(0)
  expect(good.out).toMatch(/ci-3[\s\S]*All of it can be read\./)
  const path = join(folder, '000001.journal')
  const whole = readFileSync(path)
  appendFileSync(path, '00000000 {"kind":"remove","world":"ci-3"}\n')
  const refused = await standin(on, ['start', '--port-base', '0', '--state', folder])
  expect(refused.code).toBe(1)
  expect(refused.err).toContain(`${path} is damaged at byte ${whole.length}, in record`)
  expect(refused.err).toContain('standin state check')
  const bad = await standin(on, ['state', 'check', folder])
  expect(bad.code).toBe(1)
  expect(bad.out).toContain(`damaged at byte ${whole.length}`)
  const mended = await standin(on, ['state', 'check', folder, '--set-aside', '--json'])
  expect(mended.code).toBe(0)
  expect(readFileSync(mended.json.setAside, 'utf8')).toContain('"remove"')
  expect(readFileSync(path)).toEqual(whole)
  const sandbox = await started(on, ['--state', folder])
  expect((await standin(on, ['world', 'list', '--json'])).json.worlds).toHaveLength(2)
  await sandbox.stop()
})

test('a folder that is no state is refused, and left as it is', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'notes.txt'), 'mine')
  for (const args of [
    ['start', '--port-base', '0', '--state', folder],
    ['state', 'check', folder],
  ]) {
    const ran = await standin(on, args)
    expect(ran.code).toBe(1)
    expect(ran.err).toContain("has 'notes.txt' in it, which is no state of Standin")
  }
  expect(readdirSync(folder)).toEqual(['notes.txt'])
})
