import { Child } from './child.js'
import { type Load, load, type Shot } from './load.js'
import { median } from './median.js'

const ROUNDS = 5
const SECONDS = 2

export interface RateRow {
  readonly name: string
  readonly rate: number
  readonly p50: number
  readonly p99: number
  /** Of the bare server's rate, pair by pair: the median, and the extremes. */
  readonly ratio: number
  readonly ratios: readonly number[]
}

export interface Rates {
  readonly rows: readonly RateRow[]
  /** Bytes. */
  readonly memory: { readonly idle: number; readonly at10k: number }
  /** Rate at 100,000 customers over that at 10,000. */
  readonly flat: Readonly<Record<string, number>>
}

const CREATE: Shot = {
  method: 'POST',
  path: '/v1/customers',
  body: 'email=ada%40example.com&name=Ada+Lovelace&metadata[order]=42',
}

/** Create, retrieve and list, in rounds that alternate with a bare server whose answer is as long. */
export async function measureRates(say: (text: string) => void): Promise<Rates> {
  const server = new Child('./server.js')
  const { port, key } = await server.next<{ port: number; key: string }>()
  const idle = (await server.ask<{ rss: number }>('memory')).rss
  say('making 10,000 customers')
  await load(port, key, CREATE, { amount: 10_000 })
  const at10k = (await server.ask<{ rss: number }>('memory')).rss
  const shots = await shotsFor(port, key)
  const rows: RateRow[] = []
  for (const [name, shot] of Object.entries(shots)) {
    say(`${name}: ${ROUNDS} rounds`)
    rows.push(await pairs(name, shot, port, key))
  }
  say('making 100,000 customers')
  await load(port, key, CREATE, { amount: 90_000 })
  const flat: Record<string, number> = {}
  for (const { name, ratio } of rows) {
    say(`${name} at 100,000`)
    const shot = shots[name]
    if (shot) flat[name] = (await pairs(name, shot, port, key)).ratio / ratio
  }
  server.stop()
  return { rows, memory: { idle, at10k }, flat }
}

async function shotsFor(port: number, key: string): Promise<Record<string, Shot>> {
  const headers = { authorization: `Bearer ${key}` }
  const response = await fetch(`http://127.0.0.1:${port}/v1/customers?limit=100`, { headers })
  const { data } = (await response.json()) as { data: { id: string }[] }
  return {
    create: CREATE,
    retrieve: { method: 'GET', path: `/v1/customers/${data[50]?.id}` },
    'list of 100': { method: 'GET', path: `/v1/customers?limit=100&starting_after=${data[0]?.id}` },
  }
}

async function pairs(name: string, shot: Shot, port: number, key: string): Promise<RateRow> {
  const bare = new Child('./bare.js')
  const { port: barePort } = await bare.next<{ port: number }>()
  await bare.ask({ body: await answerOf(shot, port, key) })
  const loads: Load[] = []
  const ratios: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const plain = await load(barePort, key, shot, { seconds: SECONDS })
    const ours = await load(port, key, shot, { seconds: SECONDS })
    if (ours.failed > 0) throw new Error(`${name}: ${ours.failed} requests failed.`)
    // The first round warms both up.
    if (round === 0) continue
    loads.push(ours)
    ratios.push(ours.rate / plain.rate)
  }
  bare.stop()
  const of = (pick: (load: Load) => number) => median(loads.map(pick))
  return { name, rate: of((l) => l.rate), p50: of((l) => l.p50), p99: of((l) => l.p99), ratio: median(ratios), ratios }
}

async function answerOf(shot: Shot, port: number, key: string): Promise<string> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/x-www-form-urlencoded' }
  const init = { method: shot.method, headers, ...(shot.body !== undefined && { body: shot.body }) }
  return (await fetch(`http://127.0.0.1:${port}${shot.path}`, init)).text()
}
