import { isDeepStrictEqual } from 'node:util'
import type { DeliveryRow } from '../../src/engine/events/delivery.js'
import { ask } from './client.js'
import { Killable, type Up } from './process.js'
import { createReceiver } from './receiver.js'
import { Writer } from './writer.js'

export interface KillOptions {
  /** The compiled server.ts. */
  readonly server: string
  readonly folder: string
  readonly kills: number
  /** How large what is appended gets, in bytes. */
  readonly most: number
  readonly writers?: number
  readonly fsync?: boolean
  readonly onKill?: (count: number) => void
}

export interface KillReport {
  readonly kills: number
  /** Killed before it could answer. */
  readonly early: number
  readonly acknowledged: number
  readonly events: number
  /** Deliveries that came more than once. */
  readonly repeated: number
  readonly slowestRead: number
  /** What must not be; empty is good. */
  readonly wrong: readonly string[]
}

/** From a server's first answer, in milliseconds: how long it writes at most before it is killed. */
const LONGEST = 700

/**
 * Kills a server under load again and again, then looks whether all that was acknowledged is there, all that happened was told, and what
 * was told twice says so.
 */
export async function killNine(options: KillOptions): Promise<KillReport> {
  const { folder, kills, most, writers: many = 8, fsync = false } = options
  const receiver = await createReceiver()
  const writers = Array.from({ length: many }, (_, i) => new Writer(`w${i}`))
  const start = () => new Killable(options.server, folder, most, fsync)
  let early = 0
  let slowestRead = 0
  const wrong: string[] = []
  try {
    await subscribe(start(), receiver.url)
    for (let kill = 0; kill < kills; kill++) {
      const server = start()
      const rash = Math.random() < 0.1
      if (rash) setTimeout(() => void server.kill(), Math.random() * 800)
      const up = await server.up()
      if (!up) early++
      else {
        slowestRead = Math.max(slowestRead, up.report.milliseconds)
        let doomed = rash
        const onAnswer = () => {
          if (!doomed) setTimeout(() => void server.kill(), Math.random() * LONGEST)
          doomed = true
        }
        await Promise.all(writers.map((writer) => writer.run(up, onAnswer)))
      }
      await server.kill()
      options.onKill?.(kill + 1)
    }
    const server = start()
    const up = await server.up()
    if (!up) throw new Error('The server ended by itself.')
    await Promise.all(writers.map((writer) => writer.finish(up)))
    const deliveries = await allDelivered(server)
    const acknowledged = new Map(writers.flatMap((writer) => [...writer.acknowledged]))
    wrong.push(...writers.flatMap((writer) => writer.wrong))
    for (const { path, body } of acknowledged.values()) wrong.push(...(await differs(up, path, body)))
    wrong.push(...judge(deliveries, receiver.came, await eventsOf(up)))
    await server.kill()
    const repeated = [...receiver.came.values()].filter((times) => times > 1).length
    const counts = { acknowledged: acknowledged.size, events: deliveries.length, repeated }
    return { kills, early, ...counts, slowestRead: Math.round(slowestRead), wrong }
  } finally {
    receiver.close()
  }
}

async function subscribe(server: Killable, url: string): Promise<void> {
  const up = await server.up()
  if (!up) throw new Error('The server ended by itself.')
  const form = { url, 'enabled_events[]': '*' }
  const answer = await ask(up, 'POST', '/v1/webhook_endpoints', form)
  if (answer?.status !== 200) throw new Error(`No endpoint: ${JSON.stringify(answer?.body)}`)
  await server.kill()
}

async function allDelivered(server: Killable): Promise<readonly DeliveryRow[]> {
  for (let turn = 0; turn < 100; turn++) {
    const rows = (await server.deliveries()) ?? []
    if (rows.every(({ state }) => state === 'delivered')) return rows
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return (await server.deliveries()) ?? []
}

/** Objects that went on by themselves (a charge that is booked) differ in no field that the write has set. */
async function differs(up: Up, path: string, body: object): Promise<string[]> {
  const answer = await ask(up, 'GET', path)
  if (answer?.status !== 200) return [`${path} was acknowledged and is not there: ${answer?.status}`]
  return isDeepStrictEqual(answer.body, body)
    ? []
    : [`${path} is not what was acknowledged: ${JSON.stringify(answer.body)}`]
}

async function eventsOf(up: Up): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let after = ''; ; ) {
    const answer = await ask(up, 'GET', `/v1/events?limit=100${after && `&starting_after=${after}`}`)
    const { data = [], has_more: more } = answer?.body ?? {}
    for (const { id } of data as { id: string }[]) ids.add(id)
    after = data.at(-1)?.id ?? ''
    if (!more || !after) return ids
  }
}

function judge(
  deliveries: readonly DeliveryRow[],
  came: ReadonlyMap<string, number>,
  events: ReadonlySet<string>,
): string[] {
  const wrong: string[] = []
  const told = new Map(deliveries.map((row) => [row.event, row]))
  for (const id of events) if (!came.has(id)) wrong.push(`${id} has happened and was not told`)
  for (const id of came.keys()) if (!events.has(id)) wrong.push(`${id} was told and has not happened`)
  for (const { id, state } of deliveries) if (state !== 'delivered') wrong.push(`${id} is ${state}`)
  for (const [id, times] of came) {
    const cut = told.get(id)?.attempts.filter((attempt) => attempt.cut).length ?? 0
    // One that was cut off may have come, or not.
    if (times - 1 > cut) wrong.push(`${id} came ${times} times, and the log tells of ${cut} attempts that were cut off`)
  }
  return wrong
}
