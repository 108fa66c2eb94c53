import type { Fault } from '../faults/fault-set.js'
import type { World } from '../world/world.js'
import type { JournalCommand } from './journal.js'

type Apply = (world: World, input: Readonly<Record<string, unknown>>) => void

/** Commands whose effect is not recorded otherwise: what a clock brings about when it is moved stands in the journal by itself. */
const APPLY: Readonly<Record<string, Apply>> = {
  'clock freeze': (world) => world.clock.freeze(),
  'clock run': (world) => world.clock.run(),
  'faults add': (world, { fault }) => {
    world.sandbox.faults.add({ ...(fault as Omit<Fault, 'id' | 'world'>), world: world.name })
  },
  'faults remove': (world, { id }) => void world.sandbox.faults.remove(String(id)),
  'webhooks subscribe': (world, { vendor, url }) =>
    events(world, vendor, (rules, view) => rules.subscribe?.(String(url), view)),
  'webhooks unsubscribe': (world, { vendor, endpoint }) =>
    events(world, vendor, (rules, view) => rules.unsubscribe?.(String(endpoint), view)),
  'webhooks roll': (world, { vendor, endpoint, overlap }) =>
    events(world, vendor, (rules, view) => rules.roll?.(String(endpoint), Number(overlap), view)),
  'webhooks trigger': (world, { vendor, type }) =>
    events(world, vendor, (rules, view) => rules.trigger?.(String(type), view)),
  'webhooks replay': (world, { id }) => void world.deliveries.replay(String(id)),
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
export function applyCommand(world: World, { name, input }: JournalCommand): void {
  APPLY[name]?.(world, input)
}
