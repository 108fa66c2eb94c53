import type { DeliveryRow } from '../events/delivery.js'
import type { FaultRecord } from '../faults/active-fault.js'
import type { Entry } from '../log/entry.js'
import type { World } from '../world/world.js'

/** A moment as the control API writes it: ISO 8601, UTC. */
export function moment(time: number): string {
  return new Date(time).toISOString()
}

export type EntrySummary = ReturnType<typeof summary>

/** One line of the log: without headers and bodies. */
export function summary(entry: Entry) {
  const { id, at, world, vendor, method, target, operation, fidelity, status, duration, events, faults, failure } =
    entry
  return {
    id,
    at: moment(at),
    world,
    vendor,
    method,
    target,
    operation: operation ?? null,
    fidelity,
    status,
    duration: Math.round(duration * 1000) / 1000,
    events,
    changed: entry.changed,
    faults,
    failed: failure !== undefined,
  }
}

export type DeliveryView = ReturnType<typeof deliveryView>

export function deliveryView(row: DeliveryRow) {
  return {
    id: row.id,
    vendor: row.vendor,
    event: row.event,
    type: row.type,
    endpoint: row.endpoint,
    url: row.url,
    state: row.state,
    reason: row.reason ?? null,
    due: row.due === undefined ? null : moment(row.due),
    attempts: row.attempts.map(({ at, status, error, answer }) => ({
      at: moment(at),
      status: status ?? null,
      error: error ?? null,
      answer: answer ?? null,
    })),
  }
}

export type FaultView = ReturnType<typeof faultView>

/** A fault as it was added, and how often it fitted and happened. */
export function faultView({ id, fault, added, seen, happened }: FaultRecord) {
  return { id, ...fault, added: moment(added), fitted: seen, happened }
}

export type LimitsView = ReturnType<typeof limitsView>

/** Whether limits hold in a world now (a frozen clock would never let one pass), and how far each is filled. */
export function limitsView(world: World, vendor?: string) {
  const runtimes = world.sandbox.vendors.filter(({ name }) => vendor === undefined || name === vendor)
  return {
    hold: world.limits && !world.clock.frozen,
    limits: runtimes.flatMap((runtime) =>
      (runtime.definition.limits?.view?.(world.view(runtime, '')) ?? []).map(({ name, used, limit, window }) => ({
        vendor: runtime.name,
        name,
        used,
        limit,
        window: window ?? null,
      })),
    ),
  }
}

export type WorldView = ReturnType<typeof worldView>

export function worldView(world: World) {
  return {
    name: world.name,
    seed: world.seed,
    limits: world.limits,
    clock: clockView(world),
    requests: world.log.size,
    deliveries: world.deliveries.table.size,
  }
}

export type ClockView = ReturnType<typeof clockView>

export function clockView(world: World) {
  const { clock, scheduler } = world
  return {
    now: moment(clock.now()),
    frozen: clock.frozen,
    next: scheduler.next === undefined ? null : moment(scheduler.next),
  }
}
