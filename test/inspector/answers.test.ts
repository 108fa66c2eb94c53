import { beforeAll, expect, test } from 'vitest'
import { stripe } from '../../mocks/stripe/index.js'
import { Recorder } from '../../src/engine/bundles/recorder.js'
import { createControl } from '../../src/engine/control/control.js'
import { controlled, TOKEN } from '../engine/control/harness.js'
import { typesOf } from '../support/fits-type.js'

// What the page believes of the control API's answers, against what it answers.
const answers = typesOf(new URL('../../src/inspector/page/api/answers.ts', import.meta.url))
const access = typesOf(new URL('../../src/inspector/page/api/access.ts', import.meta.url))
const happenings = typesOf(new URL('../../src/inspector/page/api/happenings.ts', import.meta.url))
let get: (path: string) => Promise<unknown>
let ids: Readonly<Record<'request' | 'refused' | 'delivery' | 'customer', string>>
let batch: unknown
let replayed: unknown

type Api = Awaited<ReturnType<typeof controlled>>['api']

beforeAll(async () => {
  const { sandbox, api, raw } = await controlled({ vendors: [stripe] })
  get = async (path) => (await api('GET', path)).data
  const recorder = new Recorder(sandbox)
  await api('POST', '/worlds/default/scenario', { name: 'charged-twice-late-webhook' })
  await api('POST', '/worlds/default/webhooks', { vendor: 'stripe', url: 'http://localhost:3000/bad' })
  const live = await raw({ target: '/_standin/worlds/default/live?what=requests,deliveries,timeline' })
  const news = (live.body as unknown as AsyncIterable<string>)[Symbol.asyncIterator]()
  const { environment } = (await api('GET', '/worlds/default/credentials')).data
  const ask = (target: string, text: string) =>
    sandbox.handle({
      method: 'POST',
      target,
      host: 'api.stripe.com',
      secure: true,
      headers: {
        authorization: `Bearer ${environment.STRIPE_SECRET_KEY}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: Buffer.from(text),
    })
  const made = await ask('/v1/customers', 'name=Ada')
  await ask('/v1/customers', 'nmae=Ada')
  await news.next()
  batch = JSON.parse(/event: batch\ndata: (.*)/.exec(String((await news.next()).value))?.[1] ?? '{}')
  await news.return?.()
  await api('POST', '/worlds/default/clock/advance', { by: '1m' })
  await api('POST', '/worlds/default/snapshots', { name: 'now' })
  ids = await idsOf(api, made.kind === 'reply' ? String(made.body) : '')
  const control = createControl(sandbox, { token: TOKEN, recorder })
  replayed = await saveAndReplay(control)
})

async function idsOf(api: Api, customer: string) {
  const { entries } = (await api('GET', '/worlds/default/logs')).data
  const { deliveries } = (await api('GET', '/worlds/default/deliveries')).data
  return {
    request: entries[1].id,
    refused: entries[0].id,
    delivery: deliveries[0].id,
    customer: JSON.parse(customer).id,
  }
}

async function saveAndReplay(control: ReturnType<typeof createControl>): Promise<unknown> {
  const send = async (method: string, target: string, body: Uint8Array = Buffer.from('')) => {
    const headers = { host: 'localhost', authorization: `Bearer ${TOKEN}`, 'content-type': 'application/gzip' }
    const outcome = await control.handle({ method, target, host: 'localhost', headers, secure: false, body })
    return outcome.kind === 'reply' ? outcome.body : undefined
  }
  const file = (await send('GET', '/_standin/worlds/default/bundle')) as Uint8Array
  return JSON.parse(String(await send('POST', '/_standin/bundles/replay', file)))
}

const W = '/worlds/default'
/** Each interface with an answer that it is of. */
const ANSWERS: readonly (readonly [type: string, ask: () => Promise<unknown>])[] = [
  ['Status', () => get('/status')],
  ['World', async () => first(await get('/worlds'), 'worlds')],
  ['Clock', () => get(`${W}/clock`)],
  ['Upcoming', () => get(`${W}/clock/next`)],
  ['RequestLine', async () => first(await get(`${W}/logs`), 'entries')],
  ['RequestWhole', () => get(`${W}/logs/${ids.request}`)],
  ['RequestWhole', () => get(`${W}/logs/${ids.refused}`)],
  ['Delivery', async () => first(await get(`${W}/deliveries`), 'deliveries')],
  ['DeliveryWhole', () => get(`${W}/deliveries/${ids.delivery}`)],
  ['Endpoint', async () => first(await get(`${W}/webhooks`), 'endpoints')],
  ['Batch', async () => batch],
  ['TableLine', async () => first(await get(`${W}/state`), 'tables')],
  ['RowPage', () => get(`${W}/state/stripe/customer`)],
  ['RowWhole', () => get(`${W}/state/stripe/customer/${ids.customer}`)],
  ['ScenarioWords', () => get('/scenarios/charged-twice-late-webhook')],
  ['ListedScenario', async () => first(await get('/scenarios'), 'scenarios')],
  ['Report', () => get(`${W}/scenario?wait=false`)],
  ['Limits', () => get(`${W}/limits`)],
  ['Fault', async () => first(await get(`${W}/faults`), 'faults')],
  ['Credentials', () => get(`${W}/credentials`)],
  ['Snapshot', async () => first(await get(`${W}/snapshots`), 'snapshots')],
  ['Replayed', async () => replayed],
  ['Operations', () => get('/coverage?vendor=stripe&list=true')],
]

function first(answer: unknown, name: string): unknown {
  const [one] = (answer as Record<string, unknown[]>)[name] ?? []
  expect(one, `an answer has some ${name}`).toBeDefined()
  return one
}

test.each(ANSWERS)('%s is as the page reads it', async (type, ask) => {
  expect(answers.misfits(type, await ask())).toEqual([])
})

test('keys, and what is granted, are as the page reads them', async () => {
  expect(access.misfits('Key', first(await get(`${W}/keys`), 'keys'))).toEqual([])
  expect(access.misfits('Access', await get(`${W}/access`))).toEqual([])
})

test('everything that happened is as the page reads it', async () => {
  const { happenings: list } = (await get(`${W}/timeline`)) as { happenings: { kind: string }[] }
  expect(new Set(list.map(({ kind }) => kind))).toEqual(new Set(['request', 'delivery', 'change', 'command']))
  for (const each of list) expect(happenings.misfits('Happening', each)).toEqual([])
})

test('an answer that is otherwise is found out', async () => {
  expect(answers.misfits('Clock', { now: 1, frozen: false })).toEqual([
    'Clock.now: 1 is no string',
    'Clock.next: undefined is no null',
  ])
  expect(
    answers.misfits('Delivery', { ...(first(await get(`${W}/deliveries`), 'deliveries') as object), state: 'lost' }),
  ).toHaveLength(1)
})
