import type { Call, Operation } from '../../src/engine/kit.js'

/** Parts of Stripe whose state hangs together so closely that an answer from the description alone would mislead. */
const BILLING =
  /^\/v1\/(?:subscriptions|subscription_items|subscription_schedules|invoices|invoiceitems|invoice_payments|quotes|credit_notes|billing)(?:\/|$)/
const CLOCKS = /^\/v1\/test_helpers\/test_clocks/

/** Why an operation is answered with 501, or undefined where it is not. */
export function refused(operation: Operation, _call: Call): string | undefined {
  if (BILLING.test(operation.path) || /\/subscriptions(?:\/|$)/.test(operation.path))
    return 'subscriptions and invoices are not modelled yet'
  if (CLOCKS.test(operation.path))
    return "use `standin clock`, which moves the whole world; Stripe's test clocks come with subscriptions"
  if (operation.path.endsWith('/search')) return 'the search language is not modelled yet; use the list'
  return undefined
}
