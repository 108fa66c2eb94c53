import { existsSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.js'
import { machine, session, shops, standin, started } from './harness.js'

const on = machine()

test('prints one table and hints, answers, and ends at a signal with nothing left behind', async () => {
  const own = session(on)
  const ended = main(['start', '--port-base', '0', '--forward', 'http://localhost:1/hook'], own.terminal, {
    catalog: shops,
  })
  const text = await own.printed('Change nothing')
  expect(text).toMatch(/Vendor.*URL.*Test credentials.*Webhook secret.*Operations/)
  expect(text).toMatch(/https:\/\/127\.0\.0\.1:\d+[\s\S]*http:\/\/127\.0\.0\.1:\d+/)
  expect(text).toMatch(/key_test_\w{99}/)
  expect(text).toMatch(/whsec_\w{16}/)
  const ca = /NODE_EXTRA_CA_CERTS=(\S+)/.exec(text)?.[1] ?? ''
  expect(existsSync(ca)).toBe(true)
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0]
  expect((await fetch(`${url}/things/1`)).status).toBe(401)
  const [file = ''] = readdirSync(join(on.env.XDG_RUNTIME_DIR ?? '', 'standin'))
  expect(statSync(join(on.env.XDG_RUNTIME_DIR ?? '', 'standin', file)).mode & 0o777).toBe(0o600)
  own.interrupt()
  expect(await ended).toBe(0)
  expect(readdirSync(join(on.env.XDG_RUNTIME_DIR ?? '', 'standin'))).toEqual([])
  await expect(fetch(`${url}/things/1`)).rejects.toThrow()
})

test('a port in use is named, with the way out', async () => {
  const holder = createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as { port: number }
  const ran = await standin(on, ['start', '--port-base', '0', '--control-port', String(port)])
  holder.close()
  expect(ran.code).toBe(1)
  expect(ran.err).toContain(`The port ${port} on 127.0.0.1, for control, is in use.`)
  expect(ran.err).toContain('--port-base')
})

test('--https-only refuses plain HTTP', async () => {
  const sandbox = await started(on, ['--https-only'])
  expect(sandbox.url).toMatch(/^https:/)
  const plain = await fetch(sandbox.url.replace('https', 'http'))
  expect(plain.status).toBe(426)
  await sandbox.stop()
})

test.each([
  [['start', '--vendor', 'shpo'], "Did you mean 'shop'?"],
  [['start', '--forward', 'nowhere'], "'nowhere' does not say where webhooks are to go."],
  [['start', '--forward', 'bank=http://localhost:1'], "Webhooks of 'bank' are to be forwarded"],
  [['start', '--at', 'yesterday'], "'yesterday' is no time."],
  [['start', '--port-base', '70000'], 'A port is a number from 0 to 65535.'],
  [['start', '--fail-on', 'everything'], 'Allowed choices are generic'],
  [['start', '--frozzen'], '--frozen'],
  [['strat'], 'start'],
])('%j is a wrong use, and says what is right', async (args, text) => {
  const ran = await standin(on, args)
  expect(ran.code).toBe(2)
  expect(ran.err).toContain(text)
})

test('a seed and a frozen time give the same credentials again', async () => {
  const args = ['--seed', 'same', '--frozen', '--at', '2027-01-01T00:00:00Z']
  const first = await started(on, args)
  const clock = await standin(on, ['clock', 'show', '--json'])
  expect(clock.json).toMatchObject({ now: '2027-01-01T00:00:00.000Z', frozen: true })
  await first.stop()
  const second = await started(on, args)
  expect(second.key).toBe(first.key)
  await second.stop()
})
