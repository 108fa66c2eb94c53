import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../../src/cli/main.js'
import { machine, session, shops, standin, started } from './harness.js'

const on = machine()
let sandbox: Awaited<ReturnType<typeof started>>
beforeAll(async () => {
  sandbox = await started(on)
})
afterAll(() => sandbox.stop())

const ask = () => fetch(`${sandbox.url}/things/1`, { headers: { authorization: `Bearer ${sandbox.key}` } })

test('limits are shown with how far each is filled', async () => {
  for (let i = 0; i < 4; i++) await ask()
  const { hold, limits } = (await standin(on, ['limits', '--json'])).json
  expect([hold, limits]).toEqual([
    true,
    [
      { vendor: 'shop', name: 'requests', used: 4, limit: 5, window: 60_000 },
      { vendor: 'shop', name: 'uploads', used: 0, limit: 3, window: null },
    ],
  ])
  const { out } = await standin(on, ['limits'])
  expect(out).toContain(`${'█'.repeat(16)}${'░'.repeat(4)}`)
  expect(out).toMatch(/4 of 5 .*in 1 min/)
})

test('while the clock stands still it says that they do not hold', async () => {
  await standin(on, ['clock', 'freeze'])
  expect((await standin(on, ['limits'])).out).toContain('Limits do not hold here')
  await standin(on, ['clock', 'run'])
})

test('they are watched until Ctrl-C', async () => {
  const own = session(on, { columns: 100 })
  const ended = main(['limits', '--watch'], own.terminal, { catalog: shops })
  await own.printed('of 5')
  own.interrupt()
  expect(await ended).toBe(0)
})
