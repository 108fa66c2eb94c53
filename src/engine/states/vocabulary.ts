import { SandboxError } from '../errors.js'
import type { Fault } from '../faults/schema.js'
import { observeCommand } from '../observe/observe-command.js'
import { addDuration, parseDuration } from '../time/duration.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from '../world/world.js'

export interface StateContext {
  readonly world: World
  readonly runtime: VendorRuntime
}

interface EngineState {
  readonly name: string
  setUp(params: Readonly<Record<string, unknown>>, context: StateContext): void | Promise<void>
}

/** States that every vendor has. One of the vendor's own of the same name goes before. */
export const VOCABULARY: readonly EngineState[] = [
  { name: 'the sample data is there', setUp: (_params, context) => seed(context) },
  { name: 'the rate limit is reached', setUp: (_params, context) => refuse(context, { kind: 'rate-limit' }) },
  {
    name: 'the vendor answers {status}',
    setUp: ({ status }, context) => refuse(context, { kind: 'status', status: statusOf(status) }),
  },
  { name: '{duration} have passed', setUp: ({ duration }, context) => pass(context, String(duration)) },
]

async function seed({ world, runtime }: StateContext): Promise<void> {
  const fixtures = runtime.fixtures ?? (await runtime.definition.loadFixtures?.())
  world.transact('sample data', undefined, () => fixtures?.seed(world.view(runtime, '')))
  observeCommand(world, 'sample data', { vendor: runtime.name })
}

/** The next request is refused, in the vendor's own words. */
function refuse({ world, runtime }: StateContext, effect: Fault['effect']): void {
  world.faults.add({ when: { vendor: runtime.name }, times: 1, effect })
}

function statusOf(value: unknown): number {
  const status = Number(value)
  if (Number.isInteger(status) && status >= 400 && status <= 599) return status
  throw new SandboxError('SANDBOX_BAD_INPUT', `'${value}' is no status of a refusal.`, 'Give one from 400 to 599.')
}

async function pass({ world }: StateContext, duration: string): Promise<void> {
  const time = addDuration(world.clock.now(), parseDuration(duration))
  observeCommand(world, 'clock advance', { to: new Date(time).toISOString() })
  await world.scheduler.advanceTo(time)
  world.scheduler.arm()
}
