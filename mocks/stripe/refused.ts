import type { Operation } from '../../src/engine/kit.js'

/** Parts of Stripe where one thing follows from another: what an action there brings about cannot be told from the description. */
const BILLING =
  /^\/v1\/(?:customers\/\{[^}]+\}\/)?(?:subscriptions|subscription_schedules|invoices|quotes|credit_notes)\/\{[^}]+\}\/(?:\w+)$/
/** What is worked out from other things, and kept nowhere. */
const WORKED_OUT =
  /^\/v1\/(?:invoices\/create_preview|credit_notes\/preview(?:\/lines)?|quotes\/\{[^}]+\}\/computed_upfront_line_items|billing\/credit_balance_summary|billing\/meters\/\{[^}]+\}\/event_summaries)$/
const CLOCKS = /^\/v1\/test_helpers\/test_clocks/

/** Why an operation is answered with 501, or undefined where it is not. */
export function refused(operation: Operation): string | undefined {
  const { method, path } = operation
  if (WORKED_OUT.test(path))
    return 'what it answers is worked out from subscriptions, invoices or usage, which is not modelled yet'
  if (method !== 'GET' && BILLING.test(path) && !path.endsWith('}'))
    return 'what it does to subscriptions and invoices is not modelled yet'
  if (CLOCKS.test(path))
    return "use `standin clock`, which moves the whole world; Stripe's test clocks come with subscriptions"
  return undefined
}
