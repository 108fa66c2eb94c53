import type { DeliveryRequest, DeliveryRow } from '../events/delivery.js'
import { addDuration, parseDuration } from '../time/duration.js'
import type { EventRules, Forgery } from '../vendor.js'
import type { World } from '../world/world.js'
import type { EffectOf } from './effect-schema.js'

type WebhookEffect = EffectOf<'webhook'>
type Change = WebhookEffect['change']

/** What is decided once for a delivery, when it is made, and what for each attempt. */
const AT_FIRST: ReadonlySet<string> = new Set<Change>(['delay', 'reorder', 'drop', 'before-answer'])
const EACH_TIME: ReadonlySet<string> = new Set<Change>([
  'duplicate',
  'forge',
  'stale',
  'wrong-secret',
  'replay',
  'tamper',
])

/** What each change of an attempt is to a vendor. */
export const FORGERIES: Readonly<Partial<Record<Change, Forgery>>> = {
  forge: 'signature',
  'wrong-secret': 'secret',
  tamper: 'body',
  stale: 'time',
}

/** Of a timestamp where a fault does not say it, in milliseconds: older than receivers usually allow. */
const OLD = 10 * 60_000
/** On the world's clock, in milliseconds: a delivery that waits for another one to overtake it does not wait for ever. */
export const LONGEST_REORDER = 60_000

/** What a fault says of a delivery when it is made. */
export interface Schedule {
  readonly drop: boolean
  readonly reorder: boolean
  readonly beforeAnswer: boolean
  /** Unix milliseconds on the world's clock. */
  readonly due: number
}

/** @param wallTime Unix milliseconds, as a receiver's clock shows them */
export function scheduleOf(
  world: World,
  row: DeliveryRow,
  due: number,
  rules: EventRules<unknown>,
  wallTime: number,
): Schedule | undefined {
  const effects = world.faults.meetDelivery(facts(world, row, rules, wallTime), AT_FIRST)
  if (effects.length === 0) return undefined
  const has = (change: Change) => effects.some((effect) => effect.change === change)
  const late = effects.reduce(
    (at, effect) => (effect.change === 'delay' ? addDuration(at, parseDuration(effect.by)) : at),
    due,
  )
  return { drop: has('drop'), reorder: has('reorder'), beforeAnswer: has('before-answer'), due: late }
}

/** What a fault makes of an attempt. */
export interface Attempted {
  readonly request: (wallTime: number) => DeliveryRequest
  /** How often it goes out in all. */
  readonly times: number
  /** An older one comes after it. */
  readonly replay: boolean
  /** What goes wrong with it: `forge`, `duplicate`. */
  readonly changes: readonly string[]
}

/** @param wallTime Unix milliseconds, as a receiver's clock shows them */
export function attemptOf(
  world: World,
  row: DeliveryRow,
  rules: EventRules<unknown>,
  wallTime: number,
): Attempted | undefined {
  const effects = world.faults.meetDelivery(facts(world, row, rules, wallTime), EACH_TIME)
  if (effects.length === 0) return undefined
  const forging = effects.filter((effect) => rules.forgeries?.includes(FORGERIES[effect.change] as Forgery))
  return {
    request: (now) => forged(world, row, rules, now, forging) ?? rules.request(row, viewOf(world, row), now),
    times: Math.max(1, ...effects.map((effect) => (effect.change === 'duplicate' ? (effect.times ?? 2) : 1))),
    replay: effects.some(({ change }) => change === 'replay'),
    changes: effects.map(({ change }) => change),
  }
}

/** The first of the forgeries is the one that is sent: a delivery has one signature. */
function forged(
  world: World,
  row: DeliveryRow,
  rules: EventRules<unknown>,
  wallTime: number,
  [effect]: readonly WebhookEffect[],
): DeliveryRequest | undefined {
  const how = effect && FORGERIES[effect.change]
  if (!effect || !how || !rules.forge) return undefined
  const age = effect.change !== 'stale' ? 0 : effect.by === undefined ? OLD : addDuration(0, parseDuration(effect.by))
  return rules.forge(row, viewOf(world, row), wallTime - age, how)
}

function facts(world: World, row: DeliveryRow, rules: EventRules<unknown>, wallTime: number) {
  return {
    row,
    body: () => {
      const { body } = rules.request(row, viewOf(world, row), wallTime)
      try {
        return JSON.parse(body)
      } catch {
        return undefined
      }
    },
  }
}

function viewOf(world: World, row: DeliveryRow): unknown {
  const runtime = world.sandbox.runtime(row.vendor)
  return runtime && world.view<unknown>(runtime, row.scope)
}
