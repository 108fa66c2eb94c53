import { rollCredential } from '../access/roll-credential.js'
import { SandboxError } from '../errors.js'
import { observeCommand } from '../observe/observe-command.js'
import { setState } from '../states/set-state.js'
import { addDuration, parseDuration } from '../time/duration.js'
import type { VendorRuntime } from '../vendor-runtime.js'
import type { World } from '../world/world.js'
import type { ActiveFaults } from './active-faults.js'
import type { Names } from './names.js'
import { stage } from './staged-request.js'
import type { Act, RequestStep, StateStep } from './step-schema.js'

/** What acts work with. */
export interface Stage {
  readonly world: World
  /** Those that take part; where an act names none, it means the only one. */
  readonly vendors: readonly string[]
  readonly names: Names
  readonly faults: ActiveFaults
}

/** Does one thing. @throws SandboxError where it cannot be done */
export function perform(act: Act, on: Stage): void | Promise<void> {
  const { world, faults, names } = on
  if (act.advance !== undefined) return advance(world, act.advance)
  if (act.clock !== undefined) {
    if (act.clock === 'freeze') world.clock.freeze()
    else world.clock.run()
    observeCommand(world, `clock ${act.clock}`)
    return world.scheduler.arm()
  }
  if (act.fault) return faults.add(names.fill(act.fault))
  if (act.endFault !== undefined) return faults.end(act.endFault)
  if (act.request) return request(act.request, on)
  if (act.state) return state(act.state, on)
  if (act.trigger) return trigger(act.trigger.event, runtimeOf(on, act.trigger.vendor), world)
  if (act.resend) return resend(act.resend.event, runtimeOf(on, act.resend.vendor), world)
  if (act.roll) return roll(act.roll, runtimeOf(on, act.roll.vendor), world)
}

/** What an act is, in plain words. */
export function sayAct(act: Act): string {
  if (act.advance !== undefined) return `the clock moves on by ${act.advance}`
  if (act.clock !== undefined) return act.clock === 'freeze' ? 'the clock stops' : 'the clock runs'
  if (act.fault) return `from now on: ${act.fault.name ?? act.fault.effect.kind}`
  if (act.endFault !== undefined) return `no longer: ${act.endFault}`
  if (act.request) return `somebody at the dashboard asks ${act.request.send}`
  if (act.state) return act.state.name
  if (act.trigger) return `${act.trigger.event} happens`
  if (act.resend) return `${act.resend.event} is sent again`
  if (act.roll?.credential !== undefined) return `${act.roll.credential} is rolled`
  return 'the webhook secrets are rolled'
}

export async function request(step: RequestStep, on: Stage): Promise<void> {
  const answer = await stage(on.world, runtimeOf(on, step.vendor), on.names.fill(step))
  if (step.as !== undefined) on.names.keep(step.as, answer.body)
}

export async function state(step: StateStep, on: Stage): Promise<void> {
  const { name, with: params = {} } = on.names.fill(step)
  await setState({ world: on.world, runtime: runtimeOf(on, step.vendor) }, name, params)
}

async function advance(world: World, by: string): Promise<void> {
  const time = addDuration(world.clock.now(), parseDuration(by))
  observeCommand(world, 'clock advance', { to: new Date(time).toISOString() })
  await world.scheduler.advanceTo(time)
  world.scheduler.arm()
}

function trigger(type: string, runtime: VendorRuntime, world: World): void {
  const { events } = runtime.definition
  if (!events?.trigger) throw impossible(`events of ${runtime.name} cannot be triggered`)
  world.transact(`trigger ${type}`, undefined, () => events.trigger?.(type, world.view<unknown>(runtime, '')))
  observeCommand(world, 'webhooks trigger', { vendor: runtime.name, type })
}

function resend(type: string, runtime: VendorRuntime, world: World): void {
  const row = world.deliveries.list().find((each) => each.vendor === runtime.name && each.type === type)
  if (!row) throw impossible(`no ${type} was sent, so none can be sent again`)
  world.deliveries.replay(row.id)
  observeCommand(world, 'webhooks replay', { id: row.id })
}

function roll({ credential, overlap }: NonNullable<Act['roll']>, runtime: VendorRuntime, world: World): void {
  const { events } = runtime.definition
  const milliseconds = overlap === undefined ? 0 : addDuration(0, parseDuration(overlap))
  const view = world.view<unknown>(runtime, '')
  if (credential !== undefined) {
    rollCredential(world, runtime, credential, milliseconds)
    return
  }
  for (const { id } of events?.endpoints?.(view) ?? []) {
    world.transact('roll', undefined, () => void events?.roll?.(id, milliseconds, view))
    observeCommand(world, 'webhooks roll', { vendor: runtime.name, endpoint: id, overlap: milliseconds })
  }
}

function runtimeOf({ world, vendors }: Stage, vendor: string | undefined): VendorRuntime {
  const name = vendor ?? vendors[0] ?? ''
  const runtime = world.sandbox.runtime(name)
  if (!runtime) throw impossible(`there is no vendor '${name}' here`)
  return runtime
}

function impossible(what: string): SandboxError {
  return new SandboxError('SANDBOX_BAD_SCENARIO', `It cannot be done: ${what}.`, 'Correct the scenario.')
}
