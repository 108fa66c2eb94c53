import { SandboxError } from '../errors.js'
import type { Sandbox } from '../sandbox.js'
import { addDuration, parseDuration } from '../time/duration.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from '../world/world.js'

export interface StateContext {
  readonly sandbox: Sandbox
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
  { name: 'the rate limit is reached', setUp: (_params, context) => answer(context, 429) },
  { name: 'the vendor answers {status}', setUp: ({ status }, context) => answer(context, statusOf(status)) },
  { name: '{duration} have passed', setUp: ({ duration }, context) => pass(context, String(duration)) },
]

async function seed({ world, runtime }: StateContext): Promise<void> {
  const fixtures = runtime.fixtures ?? (await runtime.definition.loadFixtures?.())
  world.transact('sample data', undefined, () => fixtures?.seed(world.view(runtime, '')))
}

/** The next request is refused, in the vendor's own words. */
function answer({ world, runtime }: StateContext, status: number): void {
  world.faults.add({ when: { vendor: runtime.name }, times: 1, effect: { kind: 'status', status } })
}

function statusOf(value: unknown): number {
  const status = Number(value)
  if (Number.isInteger(status) && status >= 400 && status <= 599) return status
  throw new SandboxError('SANDBOX_BAD_INPUT', `'${value}' is no status of a refusal.`, 'Give one from 400 to 599.')
}

async function pass({ world }: StateContext, duration: string): Promise<void> {
  await world.scheduler.advanceTo(addDuration(world.clock.now(), parseDuration(duration)))
  world.scheduler.arm()
}
