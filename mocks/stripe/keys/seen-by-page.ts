type Fields = Readonly<Record<string, unknown>>

export function isPublishable(caller: unknown): boolean {
  return (caller as { key?: { kind?: string } } | undefined)?.key?.kind === 'publishable'
}

/** Of an Intent, by its type, what a page may see; `allowed_payment_method_types` is what newer descriptions call `payment_method_types`. */
const OF_BOTH = [
  'id',
  'object',
  'allowed_payment_method_types',
  'automatic_payment_methods',
  'cancellation_reason',
  'client_secret',
  'created',
  'description',
  'excluded_payment_method_types',
  'livemode',
  'next_action',
  'payment_method',
  'payment_method_configuration_details',
  'payment_method_options',
  'payment_method_types',
  'status',
]
const SEEN: Readonly<Record<string, ReadonlySet<string>>> = {
  payment_intent: new Set([
    ...OF_BOTH,
    'amount',
    'amount_details',
    'canceled_at',
    'capture_method',
    'confirmation_method',
    'currency',
    'last_payment_error',
    'processing',
    'receipt_email',
    'setup_future_usage',
    'shipping',
    'source',
  ]),
  setup_intent: new Set([...OF_BOTH, 'last_setup_error', 'usage']),
}

/**
 * An answer as a publishable key sees it, which is in every page: of Intents the fields a page needs, of cards no fingerprint, no metadata of a
 * payment method, and nobody's customer but by id. Secret keys see all.
 * @source answers to publishable keys that Stripe recorded for the tests of its iOS SDK (github.com/stripe/stripe-ios, 2024-07 to 2025-10);
 * @unverified for what is newer than these
 */
export function seenByPage(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(seenByPage)
  if (typeof value !== 'object' || value === null) return value
  const fields = value as Fields
  if (fields.object === 'payment_method') return ofMethod(fields)
  if (fields.object === 'card') return without(fields, ['customer', 'fingerprint', 'metadata'])
  const seen = SEEN[String(fields.object)]
  const kept = Object.entries(fields).filter(([name]) => !seen || seen.has(name))
  const out: Fields = Object.fromEntries(
    kept.map(([name, each]) => [name, name === 'metadata' ? each : seenByPage(each)]),
  )
  return seen ? withVerificationOnly(out) : out
}

function ofMethod({ metadata: _, card, customer, ...rest }: Fields): Fields {
  return {
    ...rest,
    ...(card !== undefined && { card: without(card as Fields, ['fingerprint']) }),
    ...(customer !== undefined && { customer: idOf(customer) }),
  }
}

function idOf(customer: unknown): unknown {
  return typeof customer === 'object' && customer !== null ? (customer as Fields).id : customer
}

/** Of the options only how a bank account is verified is seen; where there is no such, there are none. */
function withVerificationOnly({ payment_method_options: options, ...rest }: Fields): Fields {
  const verified = Object.entries((options ?? {}) as Readonly<Record<string, Fields>>).flatMap(([type, of]) =>
    of?.verification_method === undefined ? [] : [[type, { verification_method: of.verification_method }] as const],
  )
  return verified.length > 0 ? { ...rest, payment_method_options: Object.fromEntries(verified) } : rest
}

function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))
}
