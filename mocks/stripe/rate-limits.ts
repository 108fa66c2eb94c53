import type { Call, LimitRules, LimitView } from '../../src/engine/kit.js'
import type { StripeWorld } from './world.js'

const SECOND = 1000
const HOUR = 3_600_000

/**
 * What an account in a sandbox may do, by the names of `settings.stripe.limits`: requests a second, but for updates of one PaymentIntent
 * (an hour) and what is at a time. Stripe says that there is a limit of requests at a time but not which: `concurrency` holds only where
 * it is set.
 * @source https://docs.stripe.com/rate-limits (read 2026-11); payouts and accounts as seen by others
 */
const LIMITS = {
  global: 25,
  endpoint: 25,
  search: 20,
  fileReads: 20,
  fileWrites: 20,
  payouts: 15,
  payoutsAtATime: 30,
  accounts: 30,
  intentUpdates: 1000,
  concurrency: Number.POSITIVE_INFINITY,
}
type Name = keyof typeof LIMITS
export const LIMIT_NAMES: readonly string[] = Object.keys(LIMITS)

/** Operations that have another limit than the usual one. */
const ENDPOINTS: Readonly<Record<string, Name>> = {
  'POST /v1/payouts': 'payouts',
  'POST /v1/accounts': 'accounts',
  'POST /v1/files': 'fileWrites',
  'GET /v1/files': 'fileReads',
  'GET /v1/files/{file}': 'fileReads',
}

const GLOBAL = 'stripe'
const AT_A_TIME = 'stripe at a time'
const PAYOUTS_AT_A_TIME = 'stripe payouts at a time'
const ENDPOINT = 'stripe endpoint '
const INTENT = 'stripe updates of '

/** Stripe's limits of a sandbox account. @throws rate_limit (429) with the reason in Stripe-Rate-Limited-Reason */
export const limits: LimitRules<StripeWorld> = {
  check: (call, world) => {
    const reason = refusal(call, world)
    if (reason) throw call.vendor.definition.errors.problem({ kind: 'rate-limited', limit: reason }, call)
  },
  release: (call, world) => {
    for (const slot of slotsOf(call)) world.port.world.limiter.leave(slot)
  },
  view,
}

function refusal(call: Call, world: StripeWorld): string | undefined {
  const { limiter } = world.port.world
  const now = world.port.now()
  const key = call.operation?.key ?? ''
  if (!limiter.take(GLOBAL, most(world, 'global'), SECOND, now)) return 'global-rate'
  if (!limiter.take(`${ENDPOINT}${key}`, most(world, endpointLimit(key)), SECOND, now)) return 'endpoint-rate'
  const intent = updatedIntent(call)
  if (intent && !limiter.take(`${INTENT}${intent}`, most(world, 'intentUpdates'), HOUR, now)) return 'resource-specific'
  if (!enter(call, world, AT_A_TIME, 'concurrency')) return 'global-concurrency'
  if (key === 'POST /v1/payouts' && !enter(call, world, PAYOUTS_AT_A_TIME, 'payoutsAtATime')) {
    return 'endpoint-concurrency'
  }
  return undefined
}

function enter(call: Call, world: StripeWorld, slot: string, name: Name): boolean {
  const limit = most(world, name)
  if (limit === Number.POSITIVE_INFINITY) return true
  if (!world.port.world.limiter.enter(slot, limit)) return false
  call.notes.slots = [...slotsOf(call), slot]
  return true
}

function slotsOf(call: Call): readonly string[] {
  return (call.notes.slots ?? []) as readonly string[]
}

function endpointLimit(key: string): Name {
  return ENDPOINTS[key] ?? (key.endsWith('/search') ? 'search' : 'endpoint')
}

function updatedIntent(call: Call): string | undefined {
  if (call.exchange.method !== 'POST' || !call.path.startsWith('/v1/payment_intents/')) return undefined
  return call.params.intent
}

/** What `settings.stripe.limits` says, or what a sandbox account has. */
function most(world: StripeWorld, name: Name): number {
  const set = (world.setting('limits') as Partial<Record<Name, unknown>> | undefined)?.[name]
  return typeof set === 'number' ? set : LIMITS[name]
}

function view(world: StripeWorld): LimitView[] {
  const { limiter } = world.port.world
  const now = world.port.now()
  const each = (prefix: string, window: number, of: (rest: string) => Name): LimitView[] =>
    limiter.names(prefix).map((name) => {
      const rest = name.slice(prefix.length)
      return { name: rest, used: limiter.used(name, now), limit: most(world, of(rest)), window }
    })
  const atATime = (name: string, slot: string, limit: Name): LimitView[] =>
    most(world, limit) === Number.POSITIVE_INFINITY
      ? []
      : [{ name, used: limiter.running(slot), limit: most(world, limit) }]
  return [
    { name: 'global rate', used: limiter.used(GLOBAL, now), limit: most(world, 'global'), window: SECOND },
    ...atATime('global concurrency', AT_A_TIME, 'concurrency'),
    ...atATime('payouts at a time', PAYOUTS_AT_A_TIME, 'payoutsAtATime'),
    ...each(ENDPOINT, SECOND, endpointLimit),
    ...each(INTENT, HOUR, () => 'intentUpdates').map((limit) => ({ ...limit, name: `updates of ${limit.name}` })),
  ]
}
