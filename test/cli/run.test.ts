import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/main.js'
import { compileHook } from '../doors/support/hook.js'
import { machine, session, shops, started } from './harness.js'

const on = machine()
let hookUrl = ''
beforeAll(async () => {
  hookUrl = await compileHook(on.dir)
  mkdirSync(join(on.dir, 'out'))
})

async function run(...args: string[]) {
  const own = session(on)
  const code = await main(['run', ...args], own.terminal, { catalog: shops, hookUrl })
  return { code, err: own.err(), session: own }
}

const program = (body: string) => ['--', process.execPath, '--input-type=module', '-e', body]
const ask = `
const answer = await fetch('https://api.shop.test/things', {
  method: 'POST',
  headers: { authorization: 'Bearer ' + process.env.SHOP_KEY, 'content-type': 'application/x-www-form-urlencoded' },
  body: 'name=a&size=1',
})`

test('an unmodified program reaches the stand-in by the vendor’s own name, with credentials; its code is ours', async () => {
  const ran = await run('--verbose', ...program(`${ask}; process.exit(answer.status === 200 ? 42 : 1)`))
  expect(ran.err).toContain('1 requests, 0 of them refused')
  expect(ran.code).toBe(42)
})

test('a signal that ends the program is told as shells do', async () => {
  expect((await run(...program(`process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 5000)`))).code).toBe(143)
})

test('a signal is passed on, and the program’s answer to it waited for', async () => {
  const own = session(on)
  const ready = join(on.dir, 'out', 'ready')
  const body = `
import { writeFileSync } from 'node:fs'
process.on('SIGTERM', () => process.exit(9))
writeFileSync(${JSON.stringify(ready)}, '')
setInterval(() => {}, 1000)`
  const ended = main(['run', ...program(body)], own.terminal, { catalog: shops, hookUrl })
  while (!existsSync(ready)) await new Promise((resolve) => setTimeout(resolve, 20))
  own.interrupt('SIGTERM')
  expect(await ended).toBe(9)
})

test('--attach uses the sandbox that runs, and a world of it', async () => {
  const sandbox = await started(on)
  const ran = await run('--attach', ...program(`${ask}; process.exit(answer.status === 200 ? 0 : 1)`))
  expect(ran.code).toBe(0)
  const log = await fetch(`${sandbox.info.controlUrl}/_standin/worlds/default/logs`)
  expect(((await log.json()) as { entries: unknown[] }).entries).toHaveLength(1)
  await sandbox.stop()
  expect((await run('--attach', ...program(''))).code).toBe(3)
})

test('a program that is not there, or none at all, is a wrong use', async () => {
  const ran = await run('--', 'no-such-program-of-ours')
  expect(ran.code).toBe(2)
  expect(ran.err).toContain('there is no such program')
  expect((await run()).code).toBe(2)
})
