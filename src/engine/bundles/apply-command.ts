import { subscribe } from '../events/subscribe.js'
import type { Fault } from '../faults/schema.js'
import { matchState } from '../states/match-state.js'
import type { World } from '../world/world.js'
import type { JournalCommand } from './journal.js'

type Apply = (world: World, input: Readonly<Record<string, unknown>>) => void | Promise<void>

/** Commands whose effect is not recorded otherwise: what a clock brings about when it is moved stands in the journal by itself. */
const APPLY: Readonly<Record<string, Apply>> = {
  'clock freeze': (world) => world.clock.freeze(),
  'clock run': (world) => world.clock.run(),
  'faults add': (world, { fault }) => void world.faults.add(fault as Fault),
  'faults remove': (world, { id }) => void world.faults.remove(String(id)),
  'faults clear': (world) => void world.faults.clear(),
  'webhooks subscribe': (world, { vendor, url }) => {
    const runtime = world.sandbox.runtime(String(vendor))
    if (runtime) subscribe(world, runtime, String(url))
  },
  'webhooks unsubscribe': (world, { vendor, endpoint }) =>
    events(world, vendor, (rules, view) => rules.unsubscribe?.(String(endpoint), view)),
  'webhooks roll': (world, { vendor, endpoint, overlap }) =>
    events(world, vendor, (rules, view) => rules.roll?.(String(endpoint), Number(overlap), view)),
  'webhooks trigger': (world, { vendor, type }) =>
    events(world, vendor, (rules, view) => rules.trigger?.(String(type), view)),
  'webhooks replay': (world, { id }) => void world.deliveries.replay(String(id)),
  roll: (world, { vendor, credential, overlap }) => {
    const runtime = world.sandbox.runtime(String(vendor))
    if (!runtime) return
    const { credentials } = runtime.definition
    const view = world.view<unknown>(runtime, '')
    world.transact('roll', undefined, () => void credentials.roll?.(String(credential), Number(overlap), view))
  },
  'sign in': (world, { vendor }) => {
    const runtime = world.sandbox.runtime(String(vendor))
    if (!runtime) return
    const { credentials } = runtime.definition
    world.transact('sign in', undefined, () => void credentials.owner?.(world.view<unknown>(runtime, '')))
  },
  'sample data': async (world, { vendor }) => {
    const runtime = world.sandbox.runtime(String(vendor))
    const fixtures = runtime?.fixtures ?? (await runtime?.definition.loadFixtures?.())
    if (runtime && fixtures) world.transact('sample data', undefined, () => fixtures.seed(world.view(runtime, '')))
  },
  state: (world, { vendor, name, params }) => {
    const runtime = world.sandbox.runtime(String(vendor))
    for (const { name: known, setUp } of runtime?.definition.states?.handlers ?? []) {
      const found = runtime && matchState(known, String(name), (params ?? {}) as Record<string, unknown>)
      if (!found) continue
      return void world.transact(`state: ${name}`, undefined, () => setUp(found, world.view(runtime, '')))
    }
  },
  adopt: (world, { vendor, credential }) => {
    const runtime = world.sandbox.runtime(String(vendor))
    if (!runtime) return
    const view = world.view<unknown>(runtime, '')
    world.transact('adopt a key', undefined, () => runtime.definition.credentials.adopt?.(String(credential), view))
  },
}

type Rules = NonNullable<ReturnType<World['sandbox']['runtime']>>['definition']['events']

function events(world: World, vendor: unknown, work: (rules: NonNullable<Rules>, view: unknown) => unknown): void {
  const runtime = world.sandbox.runtime(String(vendor))
  const rules = runtime?.definition.events
  if (!runtime || !rules) return
  world.transact('replay a command', undefined, () => void work(rules, world.view(runtime, '')))
}

/** Does again what was done to a world. */
export async function applyCommand(world: World, { name, input }: JournalCommand): Promise<void> {
  await APPLY[name]?.(world, input)
}
