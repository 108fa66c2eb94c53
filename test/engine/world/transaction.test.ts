import { expect, test } from 'vitest'
import { VendorError, type VendorWorld } from '../../../src/engine/kit.js'
import { behaviour, library, libraryDocument } from '../../support/toy-library.js'

const declined = new VendorError({ status: 402, code: 'declined', message: 'No.' })
const failures = {
  refused: (world: VendorWorld) => world.refuse(declined),
  thrown: () => {
    throw declined
  },
} as const

/** Books and words about them, in two tables, one with an index. */
function shelf(run: (world: VendorWorld, body: Record<string, unknown>) => unknown) {
  return library(
    {
      tables: { loan: { indexes: ['book'], unique: ['slip'] } },
      jobs: { remind: (data, world) => void world.table('reminded').insert({ id: String(data.loan) }) },
      events: {
        record: (event, world) => [
          { event: `evt_${world.random.base62(6)}`, endpoint: 'hook', url: `http://localhost:9/${event.type}` },
        ],
        request: ({ url }) => ({ method: 'POST', url, headers: {}, body: '{}' }),
        retryAfter: () => undefined,
        wanted: () => true,
        accepts: (status) => status === 200,
        timeout: 1000,
      },
      behaviours: [behaviour('POST /work', ({ body }, world) => run(world, body as Record<string, unknown>))],
    },
    { transport: async () => ({ status: 200, body: '' }) },
  )
}
type Loan = { id: string; book: string; slip?: string }

const lend = (world: VendorWorld, how?: 'refused' | 'thrown') => {
  const loan = world.table<Loan>('loan').insert({ id: world.random.base62(8), book: 'emma' })
  world.emit('loan.created', loan)
  world.schedule('remind', world.now() + 1000, { loan: loan.id })
  world.claim(loan.id)
  if (how) failures[how](world)
  return loan
}
const state = (sandbox: Awaited<ReturnType<typeof library>>['sandbox']) => {
  const { world } = sandbox.defaultWorld.vendorWorld(sandbox.vendors[0] as never, '')
  const port = world.vendorWorld(sandbox.vendors[0] as never, '')
  const loans = port.table<Loan>('loan')
  return {
    loans: loans.all().length,
    found: loans.where('book', 'emma').length,
    timers: world.timers.table.size,
    sent: world.deliveries.list().length,
  }
}

test('what a request does comes to be together: rows, indexes, timers, deliveries, claims', async () => {
  const { sandbox, work, world } = await shelf((world) => lend(world))
  const { id } = (await work()).body
  expect(state(sandbox)).toEqual({ loans: 1, found: 1, timers: 1, sent: 1 })
  expect(sandbox.worldOf('toy', [id])).toBe(world)
  await world.scheduler.advanceTo(world.clock.now() + 1000)
  expect(state(sandbox)).toMatchObject({ timers: 0 })
})

test('a request that throws leaves nothing, and draws no id', async () => {
  const { sandbox, work, world } = await shelf((world, { how }) => lend(world, how as 'thrown'))
  const before = world.ids.state
  expect((await work({}, { how: 'thrown' })).body).toEqual({ code: 'declined', message: 'No.' })
  expect(state(sandbox)).toEqual({ loans: 0, found: 0, timers: 0, sent: 0 })
  expect(world.ids.state).toEqual(before)
  expect(sandbox.worldOf('toy', ['any'])).toBeUndefined()
  expect(world.log.list({ limit: 1 })[0]?.events).toEqual([])
})

test('a request that refuses is answered with the error, and what it did stays', async () => {
  const { sandbox, work, world } = await shelf((world) => lend(world, 'refused'))
  expect((await work()).status).toBe(402)
  expect(state(sandbox)).toEqual({ loans: 1, found: 1, timers: 1, sent: 1 })
  expect(world.log.list({ limit: 1 })[0]?.events).toEqual(['loan.created'])
})

test('rows that were changed and deleted are as they were, in their places, when a request throws', async () => {
  const { sandbox, work, call } = await shelf((world, { spoil }) => {
    const loans = world.table<Loan>('loan')
    if (!spoil) return ['a', 'b', 'c'].map((id) => loans.insert({ id, book: 'emma', slip: id }))
    loans.update('a', { book: 'persuasion' })
    loans.delete('b')
    loans.insert({ id: 'b', book: 'other', slip: 'x' })
    loans.delete('c')
    loans.insert({ id: 'd', book: 'emma', slip: 'c' })
    throw declined
  })
  await work()
  const loans = () => sandbox.defaultWorld.allTables.find(({ name }) => name.endsWith('/loan'))
  const before = loans()?.all()
  expect((await work({}, { spoil: true })).status).toBe(402)
  expect(loans()?.all()).toEqual(before)
  expect(
    loans()
      ?.where('book', 'emma')
      .map(({ id }) => id),
  ).toEqual(['a', 'b', 'c'])
  expect(loans()?.where('slip', 'c')).toHaveLength(1)
  expect((await call('GET', '/settings')).status).toBe(200)
})

test('a savepoint takes back its own part, and the rest is kept', async () => {
  const { sandbox, work } = await shelf((world) => {
    const kept = lend(world)
    try {
      world.savepoint(() => lend(world, 'thrown'))
    } catch {}
    return { kept: kept.id, next: world.random.base62(8) }
  })
  const first = (await work()).body
  expect(state(sandbox)).toEqual({ loans: 1, found: 1, timers: 1, sent: 1 })
  const { work: again } = await shelf((world) => ({ kept: lend(world).id, next: world.random.base62(8) }))
  expect((await again()).body).toEqual(first)
})

test('a refusal inside a savepoint stays and is answered', async () => {
  const { sandbox, work } = await shelf((world) => world.savepoint(() => lend(world, 'refused')))
  expect((await work()).status).toBe(402)
  expect(state(sandbox).loans).toBe(1)
})

test('a failure of ours takes everything back and is a 500 that tells the client nothing', async () => {
  const { sandbox, work, world, failures } = await shelf((world) => {
    lend(world)
    throw new Error('a secret of the house')
  })
  const answer = await work()
  expect(answer).toMatchObject({ status: 500, body: { code: 'internal' } })
  expect(answer.text).not.toContain('secret')
  expect(state(sandbox)).toEqual({ loans: 0, found: 0, timers: 0, sent: 0 })
  expect(world.log.list({ limit: 1 })[0]?.failure).toContain('a secret of the house')
  expect(failures).toHaveLength(1)
})

test('a promise is no answer', async () => {
  const { work, world } = await shelf((() => Promise.reject(new Error('late'))) as never)
  expect((await work()).status).toBe(500)
  expect(world.log.list({ limit: 1 })[0]?.failure).toContain('gave a promise')
})

test('nothing can be changed outside a transaction', async () => {
  const { sandbox } = await library()
  const port = sandbox.defaultWorld.vendorWorld(sandbox.vendors[0] as never, '')
  expect(() => port.table('loan').insert({ id: 'a' })).toThrow('outside a transaction')
  expect(() => port.dispatch({ method: 'GET', target: '/books' })).toThrow('outside a request')
})

const batch = (document = libraryDocument()) =>
  library({
    document,
    behaviours: [
      behaviour('POST /work', ({ body }, world) => {
        const { parts, how } = body as { parts: { method: string; target: string; body?: string }[]; how?: 'thrown' }
        const answers = parts.map((part) =>
          world.dispatch({ ...part, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
        )
        if (how) failures[how]()
        return answers.map(({ status, body: said }) => ({ status, body: said }))
      }),
    ],
  })

test('parts of a batch go through all stages inside one transaction, and fail by themselves', async () => {
  const { work, call } = await batch()
  const parts = [
    { method: 'POST', target: '/books', body: 'title=Emma' },
    { method: 'POST', target: '/books', body: 'pages=many' },
    { method: 'GET', target: '/nowhere' },
    { method: 'GET', target: '/books/unknown' },
    { method: 'GET', target: '/books' },
  ]
  const { body } = await work({}, { parts })
  expect(body.map(({ status }: { status: number }) => status)).toEqual([200, 400, 404, 404, 200])
  expect(body[1].body).toEqual({ code: 'invalid', message: 'invalid' })
  expect(body[4].body.data).toMatchObject([{ title: 'Emma' }])
  expect((await call('GET', '/books')).body.data).toHaveLength(1)
})

test('a batch that throws takes its parts back', async () => {
  const { work, call } = await batch()
  expect(
    (await work({}, { parts: [{ method: 'POST', target: '/books', body: 'title=Emma' }], how: 'thrown' })).status,
  ).toBe(402)
  expect((await call('GET', '/books')).body.data).toEqual([])
})
