import { stripe } from '../../../mocks/stripe/index.js'
import type { StripeWorld } from '../../../mocks/stripe/world.js'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { subscribe } from '../../../src/engine/events/subscribe.js'
import { Sandbox } from '../../../src/engine/sandbox.js'
import { ScenarioFiles } from '../../../src/engine/scenarios/files.js'
import type { Report } from '../../../src/engine/scenarios/report.js'
import { RunningScenario } from '../../../src/engine/scenarios/running.js'
import { journeyOf, Visitor } from './journeys.js'

/** Scenarios in which no answer comes: there the shop's client gives up soon, elsewhere a busy machine must not make it. */
const HANGS: ReadonlySet<string> = new Set(['charge-timed-out', 'refund-timed-out'])

export type Kind = 'careless' | 'careful'

type OpenShop = (settings: object) => Promise<{ readonly url: string; close(): void }>

export async function theatre() {
  const sandbox = await Sandbox.create({ vendors: [stripe], limits: false })
  const door = await createNodeDoor({ handle: sandbox.handle, vendor: 'stripe', port: 0 })
  const files = new ScenarioFiles()
  let count = 0

  /** Has a sample shop act a scenario out, over HTTP on both sides, and gives the report. */
  async function play(scenario: string, kind: Kind): Promise<Report> {
    const name = `play-${++count}`
    sandbox.createWorld(name)
    const running = await RunningScenario.start(files.read(scenario), sandbox, name)
    const { world } = running
    const runtime = sandbox.runtime('stripe')
    if (!runtime) throw new Error('The sandbox has no Stripe.')
    const view = world.view<StripeWorld>(runtime, '')
    const present = () => {
      const all = runtime.definition.credentials.list(view)
      return all.find(({ variable }) => variable === 'STRIPE_SECRET_KEY')?.value ?? ''
    }
    const { openShop } = (await import(`../../samples/${kind}/shop.mjs`)) as { openShop: OpenShop }
    const shop = await openShop({
      key: present,
      // A shop knows the secret that it was given.
      webhookSecret: () => secret,
      client: { host: '127.0.0.1', port: door.port, protocol: 'http', timeout: HANGS.has(scenario) ? 1000 : 8000 },
      pause: 400,
    })
    const secret = subscribe(world, runtime, `${shop.url}/webhooks/stripe`)?.secret ?? ''
    try {
      await journeyOf(scenario)(new Visitor(shop.url))
      await quiet(running)
      await running.finish(0)
      return await running.check()
    } finally {
      running.stop()
      shop.close()
      sandbox.removeWorld(name)
    }
  }

  const close = async () => {
    sandbox.close()
    await door.close()
  }
  return {
    play,
    close,
    names: files
      .list()
      .filter(({ path }) => path.includes('stripe'))
      .map(({ name }) => name),
  }
}

/** The customer has gone; what the shop still does by itself is waited for. */
async function quiet(running: RunningScenario): Promise<void> {
  let seen = -1
  while (seen !== running.journal.entries.length) {
    seen = running.journal.entries.length
    await new Promise((resolve) => setTimeout(resolve, 1200))
  }
}
