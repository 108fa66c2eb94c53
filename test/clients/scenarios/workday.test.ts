import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workday } from '../../../mocks/workday/index.js'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { ScenarioFiles } from '../../../src/engine/scenarios/files.js'
import type { Report } from '../../../src/engine/scenarios/report.js'
import { reportText } from '../../../src/engine/scenarios/report-text.js'
import { RunningScenario } from '../../../src/engine/scenarios/running.js'
import type { Kind } from './play.js'
import { type Broken, playAll } from './play-all.js'

interface Sync {
  run(): Promise<void>
  writeTitles(titles: readonly { readonly id: string; readonly title: string }[]): Promise<readonly string[]>
}

type CreateSync = (settings: object) => Sync

const BROKEN: Broken = {
  'workday-maintenance-window': ['retried'],
  'workday-throttled': ['retried', 'retryAfter'],
  'workday-token-expired': ['refreshed', 'calls'],
  'workday-silent-omission': ['never'],
  'workday-future-hire': ['rows'],
  'workday-hire-rescinded': ['never'],
  'workday-converted-worker': ['never'],
  'workday-validation-fault': ['calls'],
  'workday-approval-denied': ['calls'],
}

/** What the stories say; without a word, two nights go by. */
const ACTS: Readonly<Record<string, (sync: Sync) => Promise<unknown>>> = {
  'workday-validation-fault': (sync) =>
    sync.writeTitles([
      { id: '21001', title: 'Lens Designer' },
      { id: '21002', title: 'Lens Designer' },
    ]),
  'workday-approval-denied': async (sync) => {
    const titles = [{ id: '21001', title: 'Lens Designer' }]
    await sync.writeTitles(titles)
    await sync.writeTitles(titles)
  },
}
const TWICE: ReadonlySet<string> = new Set(['workday-future-hire', 'workday-hire-rescinded'])

const sandbox = await Sandbox.create({ vendors: [workday], limits: false })
const door = await createNodeDoor({ handle: sandbox.handle, vendor: 'workday', port: 0 })
const files = new ScenarioFiles()
let count = 0
afterAll(async () => {
  sandbox.close()
  await door.close()
})

/** Has a sync act a scenario out, over HTTP, and gives the report. */
async function play(scenario: string, kind: Kind): Promise<Report> {
  const name = `play-${++count}`
  sandbox.createWorld(name)
  const running = await RunningScenario.start(files.read(scenario), sandbox, name)
  const { world } = running
  const runtime = sandbox.runtime('workday')
  if (!runtime) throw new Error('The sandbox has no Workday.')
  const list = runtime.definition.credentials.list(world.view(runtime, ''))
  const env = Object.fromEntries(list.map(({ variable, value }) => [variable, value]))
  const { createSync } = (await import(`../../samples/${kind}/hr-sync.mjs`)) as { createSync: CreateSync }
  const sync = createSync({
    url: `http://127.0.0.1:${door.port}`,
    tenant: env.WORKDAY_TENANT,
    user: { username: env.WORKDAY_USERNAME, password: env.WORKDAY_PASSWORD },
    client: { id: env.WORKDAY_CLIENT_ID, secret: env.WORKDAY_CLIENT_SECRET, refreshToken: env.WORKDAY_REFRESH_TOKEN },
    today: () => new Date(world.clock.now()).toISOString().slice(0, 10),
    pause: 400,
  })
  const night = async (act: (sync: Sync) => Promise<unknown>) => {
    // A night that fails is tried again the night after.
    await act(sync).catch(() => undefined)
  }
  try {
    await night(ACTS[scenario] ?? ((each) => each.run()))
    if (TWICE.has(scenario)) {
      await quiet(running)
      await night((each) => each.run())
    }
    await running.finish(0)
    return await running.check()
  } finally {
    running.stop()
    sandbox.removeWorld(name)
  }
}

/** Until the step that waits for quiet has come. */
async function quiet(running: RunningScenario): Promise<void> {
  const done = () => running.steps.states.every(({ state }) => state === 'done' || state === 'failed')
  for (let i = 0; i < 200 && !done(); i++) await new Promise((resolve) => setTimeout(resolve, 100))
}

let reportOf: Awaited<ReturnType<typeof playAll>>
beforeAll(async () => {
  reportOf = await playAll(BROKEN, play)
}, 120_000)

describe.each(Object.entries(BROKEN))('%s', (name, broken) => {
  test('the careful sync does all that is expected', () => {
    const report = reportOf('careful', name)
    expect(report.outcome, reportText(report)).toBe('passed')
  })

  test(`the careless sync breaks ${broken.join(', ')}`, () => {
    const report = reportOf('careless', name)
    expect(report.outcome, reportText(report)).toBe('failed')
    const kinds = report.expectations.filter(({ state }) => state === 'broken').map(({ kind }) => kind)
    expect(kinds, reportText(report)).toEqual(expect.arrayContaining([...broken]))
  })
})

test('every scenario of Workday alone is played', () => {
  const names = files.list().filter(({ path }) => path.includes('mocks/workday/'))
  expect(names.length).toBeGreaterThan(7)
  expect(names.filter(({ name }) => !(name in BROKEN))).toEqual([])
})
