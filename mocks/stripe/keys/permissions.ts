import type { Operation } from '../../../src/engine/kit.js'

/** None: Stripe keeps the operation from restricted keys, whatever they are permitted. */
export type Permission = `rak_${string}_${'read' | 'write'}` | undefined

/**
 * What a resource is called in the names of permissions, where the rule of `resourceOf` does not give it. Names are of paths below
 * `/v1/`, the longest that fits first.
 * @source https://docs.stripe.com/keys/permissions-reference, https://docs.stripe.com/stripe-apps/reference/permissions (read 2026-11):
 * account, account_link, balance_transaction_source, plan for prices, payment_links, top_up, billing_clock, customer portal;
 * https://github.com/stripe/stripe-cli/pull/1604, lists of others that create keys (read 2026-11): webhook, invoice, subscription,
 * setup_intent, entitlement
 * @unverified customer_portal, radar, identity and other names that only the rule gives; that no resource has more than one permission
 */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  account: 'connected_account',
  accounts: 'connected_account',
  'balance/history': 'balance_transaction_source',
  balance_transactions: 'balance_transaction_source',
  'billing_portal/configurations': 'customer_portal',
  'billing_portal/sessions': 'customer_portal',
  'customers/{}/payment_methods': 'payment_method',
  'customers/{}/subscriptions': 'subscription',
  'entitlements/active_entitlements': 'entitlement',
  'entitlements/features': 'entitlement',
  invoice_payments: 'invoice',
  invoiceitems: 'invoice',
  payment_links: 'payment_links',
  prices: 'plan',
  setup_attempts: 'setup_intent',
  subscription_items: 'subscription',
  subscription_schedules: 'subscription',
  'test_helpers/test_clocks': 'billing_clock',
  'test_helpers/customers': 'customer',
  'test_helpers/refunds': 'refund',
  'test_helpers/confirmation_tokens': 'confirmation_token',
  topups: 'top_up',
  webhook_endpoints: 'webhook',
}

/** A whole row of the Dashboard's list is permitted at once. @unverified that refunds have a name of their own beside it */
const PART_OF: Readonly<Record<string, string>> = { refund: 'charge' }

/** Segments that are no resource but hold several of them. */
const PRODUCTS =
  /^(?:apps|apple_pay|billing|billing_portal|checkout|climate|entitlements|financial_connections|forwarding|identity|issuing|product_catalog|radar|reporting|sigma|tax|terminal|test_helpers|three_d_secure|treasury|core|commerce|money_management)$/

/**
 * What an operation asks of a restricted key: GET needs to read, all else to write.
 * @source https://docs.stripe.com/keys/restricted-api-keys (read 2026-11)
 */
export function permissionFor(operation: Pick<Operation, 'method' | 'path'>): Permission {
  if (known.has(operation)) return known.get(operation)
  const { method, path } = operation
  const resource = resourceOf(path)
  const permission =
    resource === undefined ? undefined : (`rak_${resource}_${method === 'GET' ? 'read' : 'write'}` as const)
  known.set(operation, permission)
  return permission
}

/** Every request asks. */
const known = new WeakMap<object, Permission>()

/** `/v1/payment_intents/{intent}/confirm` -> `payment_intent`, `/v1/checkout/sessions` -> `checkout_session`. */
export function resourceOf(path: string): string | undefined {
  const segments = path.slice(1).split('/')
  const [version = '', ...rest] = segments
  if (!/^v\d$/.test(version)) return undefined
  const plain = rest.map((segment) => (segment.startsWith('{') ? '{}' : segment))
  for (const length of [3, 2, 1]) {
    const known = EXCEPTIONS[plain.slice(0, length).join('/')]
    if (known !== undefined) return known
  }
  const [first = '', second] = rest
  if (!PRODUCTS.test(first) || second === undefined) return singular(first)
  // Test helpers act on what their second segment names, and the core of v2 is no product of its own.
  if (first === 'test_helpers') return resourceOf(`/${version}/${rest.slice(1).join('/')}`)
  return first === 'core' ? singular(second) : `${singular(first)}_${singular(second)}`
}

function singular(noun: string): string {
  return noun
    .replace(/ies$/, 'y')
    .replace(/(?<=ch|ss|x)es$/, '')
    .replace(/(?<![su])s$/, '')
}

/** Whether one of a key's permissions lets it do something. Who may write a resource may read it too. */
export function allows(permission: string, needed: string): boolean {
  if (permission === needed) return true
  const [given, asked] = [partsOf(permission), partsOf(needed)]
  if (given.right === 'read' && asked.right === 'write') return false
  return given.resource === 'all' || given.resource === asked.resource || given.resource === PART_OF[asked.resource]
}

export function partsOf(permission: string): { readonly resource: string; readonly right: string } {
  const at = permission.lastIndexOf('_')
  return { resource: permission.slice('rak_'.length, at), right: permission.slice(at + 1) }
}
