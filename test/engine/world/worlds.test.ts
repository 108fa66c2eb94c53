import { expect, test } from 'vitest'
import type { SandboxOptions } from '../../../src/engine/sandbox.js'
import { behaviour, library } from '../../support/toy-library.js'

const DAY = 24 * 3_600_000
const key = (world: string) => ({ authorization: `key_test_${world}` })

const lending = (options: Partial<SandboxOptions> = {}) =>
  library(
    {
      jobs: {
        remind: ({ loan }, world) => void world.table('reminder').insert({ id: String(loan) }),
        spoil: (_data, world) => {
          world.table('reminder').insert({ id: 'spoilt' })
          throw new Error('the job is broken')
        },
      },
      behaviours: [
        behaviour('POST /work', ({ body }, world) => {
          const { job = 'remind', cancel } = body as { job?: string; cancel?: boolean }
          const loan = world.random.base62(8)
          const timer = world.schedule(job, world.now() + DAY, { loan })
          if (cancel) world.cancel(timer)
          return { loan, world: world.name, at: world.now(), reminders: world.table('reminder').all().length }
        }),
      ],
    },
    options,
  )
const advance = (world: Awaited<ReturnType<typeof lending>>['world'], time: number) =>
  world.scheduler.advanceTo(world.clock.now() + time)
const rows = (world: Awaited<ReturnType<typeof lending>>['world'], table: string) =>
  world.allTables.find(({ name }) => name.endsWith(`/${table}`))?.size ?? 0

test('a key leads to its world, another one to nobody', async () => {
  const { call, sandbox } = await lending()
  sandbox.createWorld('ada')
  expect((await call('POST', '/work', {}, key('ada'))).body.world).toBe('ada')
  expect((await call('POST', '/work', {}, key('bob'))).body.code).toBe('unknown-credential')
  expect((await call('POST', '/work', {}, { authorization: undefined })).body.code).toBe('no-credential')
})

test('one world goes 30 days ahead, and in the other nothing happens', async () => {
  const { call, sandbox, world } = await lending()
  const ada = sandbox.createWorld('ada')
  await call('POST', '/work', {})
  await call('POST', '/work', {}, key('ada'))
  await advance(ada, 30 * DAY)
  expect([rows(ada, 'reminder'), rows(world, 'reminder'), world.timers.table.size]).toEqual([1, 0, 1])
  expect(world.clock.now()).toBe(Date.UTC(2026, 0, 1))
})

test('the same requests get the same bytes, whatever another world does meanwhile', async () => {
  const script = async (busy: boolean) => {
    const { call, sandbox } = await lending()
    const other = sandbox.createWorld('other')
    const answers: string[] = []
    for (let i = 0; i < 20; i++) {
      const { text, headers } = await call('POST', i % 3 ? '/books' : '/work', i % 3 ? `title=${i}` : {})
      answers.push(text, JSON.stringify(headers))
      if (!busy) continue
      await Promise.all([call('POST', '/work', {}, key('other')), call('POST', '/books', 'title=x', key('other'))])
      await advance(other, DAY)
    }
    return answers
  }
  expect(await script(true)).toEqual(await script(false))
})

test('a reset empties a world and mints the same credentials', async () => {
  const { call, sandbox, world } = await lending()
  const first = (await call('POST', '/work', {})).body
  await call('POST', '/books', 'title=Emma')
  const fresh = sandbox.resetWorld('default')
  expect(fresh).not.toBe(world)
  expect((await call('GET', '/books')).body.data).toEqual([])
  expect((await call('POST', '/work', {})).body).toEqual(first)
})

test('what is under way in a world that is reset ends in the old one, and leaves no trace in the new', async () => {
  const { call, sandbox, world } = await lending()
  world.faults.add({ times: 1, effect: { kind: 'delay', milliseconds: 20 } })
  const late = call('POST', '/work', {})
  const fresh = sandbox.resetWorld('default')
  expect((await late).status).toBe(200)
  expect([world.timers.table.size, fresh.timers.table.size]).toEqual([1, 0])
  expect(sandbox.worldOf('toy', ['key_test_default'])).toBe(fresh)
})

test('a claim that is made in a world that is no more leads nowhere', async () => {
  const { call, sandbox } = await library({
    behaviours: [
      behaviour('POST /work', (_input, world) => {
        world.claim('page_1')
        return {}
      }),
    ],
  })
  const ada = sandbox.createWorld('ada')
  ada.faults.add({ effect: { kind: 'delay', milliseconds: 10 } })
  const late = call('POST', '/work', {}, key('ada'))
  sandbox.removeWorld('ada')
  await late
  expect(ada.closed).toBe(true)
  expect(sandbox.worldOf('toy', ['page_1'])).toBeUndefined()
})

test('a world that was removed fires nothing, and its key is unknown', async () => {
  const { call, sandbox } = await lending()
  const ada = sandbox.createWorld('ada')
  await call('POST', '/work', {}, key('ada'))
  sandbox.removeWorld('ada')
  await advance(ada, 30 * DAY)
  expect(rows(ada, 'reminder')).toBe(0)
  expect((await call('POST', '/work', {}, key('ada'))).status).toBe(401)
})

test.each<[string, (sandbox: Awaited<ReturnType<typeof lending>>['sandbox']) => unknown, string]>([
  ['a name is taken once', (sandbox) => sandbox.createWorld('default'), 'SANDBOX_CONFLICT'],
  ['a name is no path', (sandbox) => sandbox.createWorld('../x'), 'SANDBOX_BAD_INPUT'],
  ['the default world stays', (sandbox) => sandbox.removeWorld('default'), 'SANDBOX_CONFLICT'],
  ['what is not there is not removed', (sandbox) => sandbox.removeWorld('x'), 'SANDBOX_NOT_FOUND'],
])('%s', async (_name, work, code) => {
  const { sandbox, call } = await lending()
  expect(() => work(sandbox)).toThrow(expect.objectContaining({ code }))
  expect((await call('POST', '/work', {})).status).toBe(200)
})

test('a world whose credentials cannot be minted does not come to be', async () => {
  const { sandbox } = await library({ ...{ behaviours: [] } })
  const [runtime] = sandbox.vendors
  Object.assign(runtime?.definition.credentials ?? {}, {
    mint: () => {
      throw new Error('no')
    },
  })
  expect(() => sandbox.createWorld('ada')).toThrow('no')
  expect([...sandbox.worlds.keys()]).toEqual(['default'])
})

test('an unminted key opens a world of its own only where that is allowed, and not without end', async () => {
  const adopting = (openKeys: boolean) =>
    library({}, { openKeys }).then((told) => {
      const [runtime] = told.sandbox.vendors
      Object.assign(runtime?.definition.credentials ?? {}, {
        adopt: (credential: string, world: { claim(value: string): void }) => {
          if (!credential.startsWith('key_test_')) return false
          world.claim(credential)
          return true
        },
      })
      return told
    })
  const strict = await adopting(false)
  expect((await strict.call('GET', '/books', '', key('mine'))).status).toBe(401)
  const open = await adopting(true)
  open.sandbox.createWorld('open-1')
  expect((await open.call('POST', '/books', 'title=Emma', key('mine'))).status).toBe(200)
  expect((await open.call('GET', '/books', '', key('mine'))).body.data).toHaveLength(1)
  expect((await open.call('GET', '/books', '', { authorization: 'nonsense' })).status).toBe(401)
  for (let i = 0; i < 150; i++) await open.call('GET', '/books', '', key(`more${i}`))
  expect(open.sandbox.worlds.size).toBe(102)
})

test('a job happens at its moment, a cancelled one does not', async () => {
  const { work, world } = await lending()
  await work()
  await work({}, { cancel: true })
  expect(world.timers.table.size).toBe(1)
  await advance(world, DAY - 1)
  expect(rows(world, 'reminder')).toBe(0)
  await advance(world, 1)
  expect([rows(world, 'reminder'), world.timers.table.size]).toEqual([1, 0])
})

test('a job that fails is taken back, told, and has had its turn', async () => {
  const { work, world, failures } = await lending()
  await work({}, { job: 'spoil' })
  await work()
  await advance(world, DAY)
  expect(failures.map(String)).toEqual(['Error: the job is broken'])
  expect([rows(world, 'reminder'), world.timers.table.size]).toEqual([1, 0])
})

test('a world that takes over the state of another goes its own way from there', async () => {
  const { work, call, sandbox, world } = await lending()
  await call('POST', '/books', 'title=Emma')
  await work()
  const fork = sandbox.forkWorld('fork', world.snapshot())
  await advance(fork, DAY)
  expect([rows(fork, 'reminder'), rows(world, 'reminder')]).toEqual([1, 0])
  await call('POST', '/books', 'title=Anna', key('fork'))
  expect((await call('GET', '/books', '', key('fork'))).body.data).toHaveLength(2)
  expect((await call('GET', '/books')).body.data).toHaveLength(1)
})
