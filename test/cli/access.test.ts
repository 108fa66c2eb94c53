import { afterAll, beforeAll, expect, test } from 'vitest'
import { machine, standin, started } from './harness.js'

const on = machine()
let sandbox: Awaited<ReturnType<typeof started>>
beforeAll(async () => {
  sandbox = await started(on)
  await fetch(`${sandbox.url}/things/1`, { headers: { authorization: `Bearer ${sandbox.key}` } })
})
afterAll(() => sandbox.stop())

test('the report names what was used, and by what first, and what never was', async () => {
  const { code, out } = await standin(on, ['access-report'])

  expect(code).toBe(0)
  expect(out).toContain('shop: key of the shop (SHOP_KEY)')
  expect(out).toMatch(/used\s.*get\s.*1\s.*GET \/things\/\{id\}/)
  expect(out).toMatch(/unused\s.*post\s.*0/)
  expect(out).toMatch(/unused\s.*delete\s.*0/)
})

test('--fail-on unused fails where a grant can go, and names it', async () => {
  const failed = await standin(on, ['access-report', '--fail-on', 'unused'])
  expect(failed.code).toBe(1)
  expect(failed.out).toContain('unused: shop, key of the shop (SHOP_KEY): post\n')
  const json = await standin(on, ['access-report', '--fail-on', 'unused', '--json'])
  expect(json.json.failures).toMatchObject([{ what: 'unused', name: 'post' }, { name: 'delete' }])

  expect((await standin(on, ['access-report', '--fail-on', 'refused', 'broad'])).code).toBe(0)
  expect((await standin(on, ['access-report', '--fail-on', 'used'])).code).toBe(2)
})

test('a credential that nobody used fails nothing', async () => {
  await standin(on, ['world', 'new', 'quiet'])
  const { code, out } = await standin(on, ['access-report', '--world', 'quiet', '--fail-on', 'unused'])

  expect([code, out]).toEqual([0, 'shop, not used at all: key of the shop (SHOP_KEY)\n'])
  expect((await standin(on, ['access-report', '--world', 'quiet', '--all'])).out).toContain('unused')
})

test('a vendor that is not there is told, with those that are', async () => {
  const { code, err } = await standin(on, ['access-report', '--vendor', 'bakery'])

  expect([code, err]).toEqual([1, expect.stringContaining("There is no vendor 'bakery' here.")])
})

test('keys are listed masked and rolled; only --reveal prints a new one whole', async () => {
  const listed = await standin(on, ['keys', 'list'])
  expect(listed.out).toContain('SHOP_KEY')
  expect(listed.out).not.toContain(sandbox.key)

  const rolled = await standin(on, ['keys', 'roll', 'SHOP_KEY', '--overlap', '24h'])
  expect((await standin(on, ['keys', 'list'])).out).not.toContain('still in use')
  const now = (await standin(on, ['env', '--json'])).json.SHOP_KEY
  expect(rolled.out).toMatch(/^secret key rolled\. SHOP_KEY is key_test_\*+\w{4} now: standin env\n/)
  expect(rolled.out).not.toContain(now)
  await fetch(`${sandbox.url}/things/1`, {
    headers: { authorization: `Bearer ${sandbox.key}`, 'user-agent': 'worker/7' },
  })
  const { out } = await standin(on, ['keys', 'list'])
  expect(out).toMatch(/└ SHOP_KEY\s.*until .*worker\/7/)
  expect(out).toContain('1 since the roll')
  expect(out).toContain('An old key is still in use')

  const shown = await standin(on, ['keys', 'roll', 'SHOP_KEY', '--reveal'])
  expect(shown.out).toContain((await standin(on, ['env', '--json'])).json.SHOP_KEY)
  expect((await standin(on, ['keys', 'roll', 'SHOP_PASSWORD'])).err).toContain('Those that can: SHOP_KEY.')
})
