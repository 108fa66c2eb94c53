import { afterAll, beforeAll, expect, test } from 'vitest'
import { machine, standin, started } from './harness.js'

const on = machine()
let sandbox: Awaited<ReturnType<typeof started>>
beforeAll(async () => {
  sandbox = await started(on, ['--frozen', '--at', '2026-01-01'])
})
afterAll(() => sandbox.stop())

const post = (body: string, path = '/things') =>
  fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${sandbox.key}`, 'content-type': 'application/x-www-form-urlencoded' },
  })

test('env prints variables as dotenv, shell or JSON', async () => {
  const dotenv = await standin(on, ['env'])
  expect(dotenv).toMatchObject({ code: 0, err: '' })
  expect(dotenv.out).toContain(`SHOP_KEY=${sandbox.key}\n`)
  expect(dotenv.out).toContain(`STANDIN_SHOP_URL=${sandbox.url}\n`)
  expect((await standin(on, ['env', '--export'])).out).toContain(`export SHOP_KEY='${sandbox.key}'\n`)
  expect((await standin(on, ['env', '--json'])).json.SHOP_KEY).toBe(sandbox.key)
})

test('worlds are made, listed, reset and removed', async () => {
  expect((await standin(on, ['world', 'new', 'two'])).out).toContain('standin env --world two')
  const listed = await standin(on, ['world', 'list', '--json'])
  expect(listed.json.worlds.map(({ name }: { name: string }) => name)).toEqual(['default', 'two'])
  expect((await standin(on, ['env', '--world', 'two', '--json'])).json.SHOP_KEY).not.toBe(sandbox.key)
  expect((await standin(on, ['world', 'reset', 'two'])).code).toBe(0)
  expect((await standin(on, ['world', 'remove', 'two'])).out).toBe('Removed the world two.\n')
  const gone = await standin(on, ['reset', '--world', 'two'])
  expect(gone.code).toBe(1)
  expect(gone.err).toContain("There is no world 'two'.")
})

test('the clock is shown, moved and set running', async () => {
  expect((await standin(on, ['clock', 'advance', '30d'])).out).toContain('2026-01-31T00:00:00.000Z')
  expect((await standin(on, ['clock', 'advance', '--to', '2026-02-01', '--json'])).json.from).toBe(
    '2026-01-31T00:00:00.000Z',
  )
  expect((await standin(on, ['clock', 'run'])).out).toContain('runs')
  expect((await standin(on, ['clock', 'freeze'])).out).toContain('frozen')
  expect(await standin(on, ['clock', 'advance'])).toMatchObject({ code: 2 })
  expect((await standin(on, ['clock', 'advance', 'soon'])).err).toContain("'soon' is no length of time.")
})

test('logs are listed, filtered and explained', async () => {
  await post('name=spoon&size=1')
  await post('nme=spoon&size=1')
  const all = await standin(on, ['logs'])
  expect(all.out).toMatch(/201|200/)
  expect(all.out).toContain('thing.created')
  const refused = await standin(on, ['logs', 'list', '--status', '4xx', '--limit', '1', '--json'])
  expect(refused.json.entries).toHaveLength(1)
  const shown = await standin(on, ['logs', 'show', refused.json.entries[0].id])
  expect(shown.out).toContain("'nme' is no parameter of POST /things; 'name' is.")
  expect(shown.out).toContain("--data-urlencode 'name=spoon'")
  expect(shown.out).not.toContain(sandbox.key)
  expect((await standin(on, ['logs', 'show', 'req_none'])).code).toBe(1)
  expect((await standin(on, ['logs', 'clear'])).out).toMatch(/Forgot \d+ requests/)
})

test('coverage is counted and listed, also where nothing runs', async () => {
  const running = await standin(on, ['coverage', '--list'])
  expect(running.out).toMatch(/shop\s.*1\s.*1\s.*1\s.*3/)
  expect(running.out).toContain('POST /things/{id}/frobnicate')
  const elsewhere = await standin(machineWithout(), ['coverage', '--json'])
  expect(elsewhere.json.vendors[0]).toMatchObject({ vendor: 'shop', modelled: 1, generic: 1, refused: 1 })
  expect((await standin(on, ['coverage', '--vendor', 'bank'])).code).toBe(1)
})

test('without a sandbox every command that wants one says so, with code 3', async () => {
  for (const args of [['env'], ['logs'], ['world', 'list'], ['clock', 'show'], ['reset'], ['webhooks', 'list']]) {
    const ran = await standin(machineWithout(), args)
    expect(ran.code, args.join(' ')).toBe(3)
    expect(ran.err).toContain('standin start')
  }
  const named = await standin(on, ['env', '--control-url', 'http://127.0.0.1:1'])
  expect(named).toMatchObject({ code: 3 })
  expect(named.err).toContain('No sandbox answers at http://127.0.0.1:1.')
})

test('--json tells failures as JSON too', async () => {
  const ran = await standin(on, ['reset', '--world', 'none', '--json'])
  expect(ran.err).toBe('')
  expect(ran.json.error).toMatchObject({ code: 'SANDBOX_NOT_FOUND', remedy: expect.any(String) })
})

test('a token from the environment is used, and a wrong one told', async () => {
  const ran = await standin(on, ['env'], { env: { STANDIN_TOKEN: 'wrong' } })
  expect(ran.code).toBe(1)
  expect(ran.err).toContain('This is not the token of the sandbox.')
})

function machineWithout() {
  return { ...on, env: { ...on.env, XDG_RUNTIME_DIR: `${on.dir}/nothing` } }
}
