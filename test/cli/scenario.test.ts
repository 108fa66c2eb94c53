import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/main.js'
import { compileHook } from '../doors/support/hook.js'
import { machine, session, shops, standin, started } from './harness.js'

const on = machine()
let hookUrl = ''

const SCENARIO = `# yaml-language-server: $schema=./scenario.schema.json
name: thing-lost
title: A thing gets lost
story: A thing is made, and the answer is lost.
vendors: [shop]
faults:
  - name: the answer is lost
    when: {operation: POST /things}
    times: 1
    effect: {kind: reset, when: after}
expect:
  - rows: {of: things, exactly: 1}
    because: one was wanted
  - exits: 0
`

beforeAll(async () => {
  hookUrl = await compileHook(on.dir)
  mkdirSync(join(on.dir, 'scenarios'))
  writeFileSync(join(on.dir, 'standin.config.yaml'), 'scenarios: ./scenarios\n')
  writeFileSync(join(on.dir, 'scenarios', 'thing-lost.yaml'), SCENARIO)
  writeFileSync(join(on.dir, 'broken.yaml'), SCENARIO.replace('rows', 'rwos'))
})

async function run(args: readonly string[], body: string) {
  const own = session(on)
  const command = ['--', process.execPath, '--input-type=module', '-e', body]
  const code = await main(['scenario', 'run', ...args, ...command], own.terminal, { catalog: shops, hookUrl })
  return { code, out: own.out(), err: own.err() }
}

const make = `
const make = () => fetch('https://api.shop.test/things', {
  method: 'POST',
  headers: { authorization: 'Bearer ' + process.env.SHOP_KEY, 'content-type': 'application/x-www-form-urlencoded' },
  body: 'name=a&size=1',
}).catch(() => undefined)
`

test('those of the package and of one’s own folder are listed and shown without a sandbox', async () => {
  const { code, json } = await standin(on, ['scenario', 'list', '--json'])
  expect(code).toBe(0)
  const names = json.scenarios.map(({ name }: { name: string }) => name)
  expect(names).toContain('thing-lost')
  expect(names).toContain('charged-twice-late-webhook')
  const shown = await standin(on, ['scenario', 'show', 'thing-lost'])
  expect(shown.out).toContain('What goes wrong\n  the answer is lost\n')
  expect(shown.out).toContain('exactly one things\n    one was wanted\n')
  expect(await standin(on, ['scenario', 'show', 'thing-lots'])).toMatchObject({
    code: 1,
    err: expect.stringContaining("Did you mean 'thing-lost'?"),
  })
})

test('a program that does well passes', async () => {
  const ran = await run(['thing-lost'], `${make}; await make()`)
  expect(ran.out).toContain('Passed: all 2 expectations held.')
  expect(ran.out).toMatch(/#1 .*you -> shop +POST \/things {2}no answer\n +went wrong on purpose: the answer is lost/)
  expect(ran.code).toBe(0)
})

test('one that does not fails, with JUnit for CI', async () => {
  const junit = join(on.dir, 'report.xml')
  const ran = await run(
    ['thing-lost', '--brief', '--junit', junit],
    `${make}; await make(); await make(); process.exit(7)`,
  )
  expect(ran.code).toBe(1)
  expect(ran.out).not.toContain('What happened')
  expect(ran.out).toContain('✗ exactly one things\n    2: thing_')
  const xml = readFileSync(junit, 'utf8')
  expect(xml).toContain('<testsuite name="thing-lost" tests="2" failures="2" errors="0"')
  expect(xml).toContain(
    '<testcase classname="thing-lost" name="the command ends with 0"><failure message="it ended with 7">',
  )
})

test('one that never comes to it proves nothing', async () => {
  const ran = await run(['thing-lost', '--json'], `console.log('on stderr')`)
  expect(ran.code).toBe(4)
  const report = JSON.parse(ran.out)
  expect(report).toMatchObject({ outcome: 'incomplete', missing: ['the fault "the answer is lost" never struck'] })
})

test('a program that does not end is ended', async () => {
  const ran = await run(['thing-lost', '--for', '1'], `${make}; await make(); setInterval(() => {}, 1000)`)
  expect(ran.out).toContain('the command ends with 0\n    it ended with 143')
})

test('a file with a mistake starts nothing', async () => {
  const marker = join(on.dir, 'started')
  const ran = await run(
    ['./broken.yaml'],
    `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(marker)}, '')`,
  )
  expect(ran.code).toBe(2)
  expect(ran.err).toContain("broken.yaml:12:5: expect[0].rwos: this name is not known; did you mean 'rows'?")
  expect(existsSync(marker)).toBe(false)
})

test('by hand: start, check, stop', async () => {
  const sandbox = await started(on)
  expect(await standin(on, ['scenario', 'check'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('No scenario is on'),
  })
  const start = await standin(on, ['scenario', 'start', 'thing-lost'])
  expect(start.out).toContain('It is on.')
  expect((await standin(on, ['scenario', 'start', 'thing-lost'])).err).toContain('is on in the world')
  const ask = () =>
    fetch(`${sandbox.url}/things`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.key}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'name=a&size=1',
    }).catch(() => undefined)
  await ask()
  expect((await standin(on, ['scenario', 'check'])).code).toBe(4)
  await ask()
  const stopped = await standin(on, ['scenario', 'stop'])
  expect(stopped.out).toContain('Failed: 1 of 2 expectations were broken.')
  expect(stopped.code).toBe(0)
  await sandbox.stop()
  expect((await standin(on, ['scenario', 'check'])).code).toBe(3)
})
