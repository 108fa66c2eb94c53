import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/main.js'
import { readPact } from '../../src/contracts/pact/pact-file.js'
import { compileHook } from '../doors/support/hook.js'
import { machine, session, shops } from './harness.js'

const on = machine()
let hookUrl = ''
beforeAll(async () => {
  hookUrl = await compileHook(on.dir)
})

async function contracts(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const own = session(on, { env: { GITHUB_ACTIONS: '', ...env } })
  const code = await main(['contracts', ...args], own.terminal, { catalog: shops, hookUrl })
  return { code, out: own.out(), err: own.err() }
}

const program = (body: string) => ['--', process.execPath, '--input-type=module', '-e', body]
const PROGRAM = `
const ask = (method, path, body) => fetch('https://api.shop.test' + path, {
  method,
  headers: { authorization: 'Bearer ' + process.env.SHOP_KEY, ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) },
  ...(body && { body }),
}).then((answer) => answer.json())
const { name } = await ask('POST', '/things', 'name=lamp&size=1')
await ask('POST', '/things', 'name=' + name + '&size=2&colour=red')
`
const file = join(on.dir, 'pacts', 'app-shop.json')

test('what an unmodified program asks is recorded, and recorded again is the same', async () => {
  const ran = await contracts(['record', '--consumer', 'app', ...program(PROGRAM)])
  expect({ code: ran.code, err: ran.err }).toEqual({ code: 0, err: '' })
  expect(ran.out).toContain('app-shop.json')
  const text = readFileSync(file, 'utf8')
  expect(readPact(file).interactions.map(({ description }) => description)).toEqual([
    'POST /things (colour, name, size) gives 200',
    'POST /things (name, size) gives 200',
  ])
  await contracts(['record', '--consumer', 'app', ...program(PROGRAM)])
  expect(readFileSync(file, 'utf8')).toBe(text)
})

test('a program that fails leaves the contracts as they are, and its code is ours', async () => {
  const before = readFileSync(file, 'utf8')
  const ran = await contracts(['record', '--consumer', 'app', ...program(`${PROGRAM}; process.exit(7)`)])
  expect(ran.code).toBe(7)
  expect(ran.out).toContain('No contract was written')
  expect(readFileSync(file, 'utf8')).toBe(before)
})

test('what is recorded is verified, for people, programs and CI', async () => {
  const report = join(on.dir, 'report.xml')
  const ran = await contracts(['verify', '--junit', report])
  expect(ran.code).toBe(0)
  expect(ran.out).toContain('2 of 2 interactions are kept.')
  expect(readFileSync(report, 'utf8')).toContain('tests="2" failures="0"')
  const { code, out } = await contracts(['verify', '--json'])
  expect({ code, ok: JSON.parse(out).ok }).toEqual({ code: 0, ok: true })
})

test('what is not kept is named by field, and beside the line of the file for GitHub', async () => {
  const text = readFileSync(file, 'utf8')
  const broken = join(on.dir, 'broken.json')
  writeFileSync(broken, text.replaceAll('"object": "thing"', '"object": "thing", "price": 3'))
  const ran = await contracts(['verify', '--pacts', broken, '--allow-generic'], {
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: on.dir,
  })
  expect(ran.code).toBe(1)
  expect(ran.out).toMatch(/\$\.price: It is missing\./)
  expect(ran.out).toMatch(
    /^::error file=broken\.json,line=\d+,title=shop%3A POST \/things \(name%2C size\) gives 200::\$\.price: It is missing\.$/m,
  )
})

test('declared fields are all that the contract holds', async () => {
  const reads = join(on.dir, 'reads.yaml')
  writeFileSync(reads, 'POST /things: [name]\n')
  const ran = await contracts(['record', '--consumer', 'app', '--out', 'read', '--reads', reads, ...program(PROGRAM)])
  expect(ran.code).toBe(0)
  const found = readPact(join(on.dir, 'read', 'app-shop.json')).interactions.find(({ description }) =>
    description.includes('(name'),
  )
  expect(found).toMatchObject({
    comments: { standin: { reads: { known: 'declared', fields: ['name'] } } },
    response: { body: { content: { name: 'lamp' } } },
  })
})

test('wrong use is told with what to do', async () => {
  const nowhere = await contracts(['verify', '--pacts', 'nowhere'])
  expect(nowhere).toMatchObject({
    code: 1,
    err: expect.stringMatching(/There is no folder .*nowhere[\s\S]*contracts record/),
  })
  const nobody = await contracts(['record', '--consumer', '../x', ...program('')])
  expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining("'../x' cannot name a consumer") })
  const alone = await contracts(['verify', '--publish'])
  expect(alone).toMatchObject({ code: 2, err: expect.stringContaining('--broker-url') })
})
