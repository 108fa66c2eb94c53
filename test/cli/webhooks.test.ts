import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReceiver, type Received } from '../../src/cli/commands/receiver.js'
import { main } from '../../src/cli/main.js'
import { machine, session, shops, standin, started } from './harness.js'

const on = machine()
let sandbox: Awaited<ReturnType<typeof started>>
beforeAll(async () => {
  sandbox = await started(on, ['--frozen'])
})
afterAll(() => sandbox.stop())

test('listen prints a secret and each delivery, and takes its endpoint away at the end', async () => {
  const own = session(on)
  const ended = main(['webhooks', 'listen'], own.terminal, { catalog: shops })
  expect(await own.printed('Secret: ')).toMatch(/whsec_\w{16}/)
  const triggered = await standin(on, ['webhooks', 'trigger', 'thing.lost'])
  expect(triggered.out).toContain('Happened: thing.lost')
  await own.printed('delivered (200)')
  expect(own.out()).toContain('"type": "thing.lost"')
  own.interrupt()
  expect(await ended).toBe(0)
  expect((await standin(on, ['webhooks', 'list', '--json'])).json.endpoints).toEqual([])
})

test('listen --forward sends them on; one is replayed', async () => {
  const received: Received[] = []
  const receiver = await openReceiver((one) => received.push(one))
  const own = session(on)
  const ended = main(['webhooks', 'listen', '--forward', receiver.url, '--json'], own.terminal, { catalog: shops })
  await own.printed('secret')
  await standin(on, ['webhooks', 'trigger', 'thing.lost'])
  await own.printed('"delivered"')
  expect(received).toHaveLength(1)
  const [line] = (await standin(on, ['webhooks', 'list', '--json'])).json.deliveries
  const replayed = await standin(on, ['webhooks', 'replay', line.id])
  expect(replayed).toMatchObject({ code: 0 })
  expect(received).toHaveLength(2)
  own.interrupt()
  await ended
  await receiver.close()
})

test('a host that is not allowed is held, and the list says so', async () => {
  const own = session(on)
  const ended = main(['webhooks', 'listen', '--forward', 'https://hooks.example.test/'], own.terminal, {
    catalog: shops,
  })
  await own.printed('Secret: ')
  expect(own.err()).toContain('held')
  await standin(on, ['webhooks', 'trigger', 'thing.lost'])
  const listed = await standin(on, ['webhooks', 'list'])
  expect(listed.out).toContain('held: host not allowed')
  expect(listed.out).toMatch(/held \(This host is not loopback/)
  own.interrupt()
  await ended
})

test('types are listed, and a secret is rolled', async () => {
  expect((await standin(on, ['webhooks', 'trigger', '--list'])).out).toBe('thing.created\nthing.lost\n')
  expect(await standin(on, ['webhooks', 'trigger'])).toMatchObject({ code: 2 })
  const own = session(on)
  const ended = main(['webhooks', 'listen', '--json'], own.terminal, { catalog: shops })
  const { endpoint, secret } = JSON.parse(await own.printed('\n'))
  const rolled = await standin(on, ['webhooks', 'roll', endpoint, '--overlap', '24h', '--json'])
  expect(rolled.json.secret).not.toBe(secret)
  own.interrupt()
  await ended
})

test('what cannot be replayed or triggered is told with what can', async () => {
  expect((await standin(on, ['webhooks', 'replay', 'dlv_0'])).err).toContain("There is no delivery 'dlv_0'.")
  expect((await standin(on, ['webhooks', 'trigger', 'thing.lots'])).err).toContain("Did you mean 'thing.lost'?")
  expect((await standin(on, ['webhooks', 'listen', '--forward', 'nowhere'])).err).toContain("'nowhere' is no address")
})

test('logs --follow prints requests as they come', async () => {
  const own = session(on)
  const ended = main(['logs', '--follow', '--status', '401'], own.terminal, { catalog: shops })
  const ask = setInterval(() => void fetch(`${sandbox.url}/things/1`), 50)
  expect(await own.printed('GET /things/1')).toMatch(/401 {2}GET \/things\/1/)
  clearInterval(ask)
  own.interrupt()
  expect(await ended).toBe(0)
})
