import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { machine, standin, started } from './harness.js'

const on = machine()
let sandbox: Awaited<ReturnType<typeof started>>
beforeAll(async () => {
  sandbox = await started(on)
  // A name that is too long has an error text; a card number is in the request.
  await ask('name=much+too+long+to+be+a+name&size=1')
  await ask('name=4242424242424242&size=1')
})
afterAll(() => sandbox.stop())

const ask = (body: string) =>
  fetch(`${sandbox.url}/things`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.key}` },
    body: new URLSearchParams(body),
  })
const write = (name: string, text: string) => writeFileSync(join(on.dir, name), text)

test('a log that holds the key or a card is told, with line and column and never the value', async () => {
  write('careless.log', `started\nusing ${sandbox.key}\npaid with 4242 4242 4242 4242\n`)
  const { code, out } = await standin(on, ['leaks', 'careless.log'])
  expect(code).toBe(1)
  expect(out).toContain('careless.log:2:7')
  expect(out).toContain('careless.log:3:11')
  expect(out).toContain('2 found')
  expect(out).not.toContain(sandbox.key)
  expect(out.replaceAll('*', '')).not.toContain('4242 4242 4242')
})

test('a careful log has nothing, whatever it looks like', async () => {
  write('careful.log', 'key_test_other paid with ****4242, order 5555555555554444\n')
  const { code, out } = await standin(on, ['leaks', 'careful.log'])
  expect([code, out]).toEqual([0, expect.stringContaining('Nothing found (1 place')])
})

test('directories are looked through, but for what others have written', async () => {
  mkdirSync(join(on.dir, 'app/node_modules'), { recursive: true })
  write('app/data.json', JSON.stringify({ key: sandbox.key }))
  write('app/node_modules/x.txt', sandbox.key)
  const { json } = await standin(on, ['leaks', 'app', '--json'])
  expect(json.leaks).toMatchObject([{ place: 'app/data.json', kind: 'secret', vendor: 'shop', name: 'secret key' }])
})

test('a page on this machine is looked at, and no other', async () => {
  const page = createServer((_request, response) => response.writeHead(500).end(`failed: Bearer ${sandbox.key}`))
  await new Promise<void>((resolve) => page.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}/`
  expect(await standin(on, ['leaks', url])).toMatchObject({ code: 1, out: expect.stringContaining('secret key') })
  expect(await standin(on, ['leaks', url, '--except', 'secret'])).toMatchObject({ code: 0 })
  page.close()
  expect((await standin(on, ['leaks', 'https://example.test/'])).err).toContain('not on this machine')
  expect((await standin(on, ['leaks', 'nothing.log'])).err).toContain("There is no 'nothing.log'")
})
