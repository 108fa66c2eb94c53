import { cpSync } from 'node:fs'
import { basename } from 'node:path'
import { onTestFinished } from 'vitest'
import type { DeliveryAnswer, DeliveryRequest } from '../../src/engine/events/delivery.js'
import type { SandboxOptions, StateOptions } from '../../src/engine/sandbox-options.js'
import type { World } from '../../src/engine/world/world.js'
import { temporaryFolder } from './temporary-folder.js'
import { behaviour, library } from './toy-library.js'

export const HOUR = 3_600_000
/** What `POST /work` takes: whether the job comes again each hour, when it comes first, and whether a webhook tells of the work. */
interface Work {
  readonly again?: boolean
  readonly hours?: number
  readonly tell?: boolean
}
type Parts = Parameters<typeof library>[0]

/** The library with webhooks, jobs and files, whose state is in a folder. */
export async function lasting(
  state: string | Partial<StateOptions>,
  options: Partial<SandboxOptions> = {},
  parts: Parts = {},
) {
  const given = typeof state === 'string' ? { folder: state } : { folder: '', ...state }
  const told = await library(
    {
      jobs: {
        remind: ({ loan, again }, world) => {
          world.table('reminder').insert({ id: `${loan}@${world.now()}` })
          if (again) world.schedule('remind', world.now() + HOUR, { loan, again })
        },
      },
      events: {
        record: (event, world) => {
          const id = `evt_${world.random.base62(10)}`
          world.table('event').insert({ id, type: event.type } as never)
          return [{ event: id, endpoint: 'we_1', url: 'http://localhost:9/hook' }]
        },
        request: (row) => ({ method: 'POST', url: row.url, headers: {}, body: JSON.stringify({ id: row.event }) }),
        wanted: () => true,
        accepts: (status) => status < 300,
        retryAfter: (attempts) => (attempts > 3 ? undefined : HOUR),
        timeout: 1000,
      },
      behaviours: [
        behaviour('POST /work', ({ body }, world) => {
          const { again = false, hours = 1, tell = false } = (body ?? {}) as Work
          if (tell) world.emit('book.lent', {})
          const loan = world.random.base62(8)
          world.schedule('remind', world.now() + hours * HOUR, { loan, again })
          const file = world.files.create()
          const size = world.files.write(file, 0, `loan ${loan}`)
          world.table('receipt').insert({ id: loan, file, size } as never)
          return { loan }
        }),
      ],
      ...parts,
    },
    { transport: async () => ({ status: 200, body: '' }), ...options, state: given },
  )
  onTestFinished(() => told.sandbox.close())
  return told
}

/** A receiver that a test decides over: each delivery waits until it is let go. */
export function receiver() {
  const got: { readonly id: string; readonly answer: (status: number) => void }[] = []
  const transport = (request: DeliveryRequest): Promise<DeliveryAnswer> =>
    new Promise((resolve) => {
      got.push({ id: JSON.parse(request.body).id, answer: (status) => resolve({ status, body: '' }) })
    })
  return { got, transport }
}

/** All that a world is, as text: two are the same where these are. */
export function digest(world: World): string {
  const { lastSequence: sequence, requestIds } = world
  return `${lastingDigest(world)}\n${JSON.stringify({ sequence, requestIds: requestIds.state })}`
}

/** The same without what a kill may change: ids of requests, and how things that were only seen are numbered. */
export function lastingDigest(world: World): string {
  const { clock, ids, chance, timers, limits } = world
  const tables = world.allTables
    .map(({ name, image }) => ({ name, entries: image.entries, next: image.next }))
    .filter(({ entries }) => entries.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const files = world.files.ids.map((id) => [id, world.files.read(id, 0, 1000).toString()])
  const { now, frozen } = clock.state
  const streams = [...ids.state].sort(([a], [b]) => (a < b ? -1 : 1))
  const faults = world.faults.list()
  const all = { tables, now, frozen, ids: streams, chance: chance.state, timers: timers.count, faults, limits, files }
  return JSON.stringify(all, null, 1)
}

/** What another process would find if this one were killed now: the folder as it is, with a lock of nobody who lives. */
export function killed(folder: string): string {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true, filter: (path) => basename(path) !== 'lock' })
  return copy
}
