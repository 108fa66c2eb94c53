import type { Charge, Dispute } from '../api.js'
import { filesOf } from '../files/file.js'
import type { StripeWorld } from '../world.js'

type Evidence = Dispute['evidence']

const FIELDS = [
  'access_activity_log',
  'billing_address',
  'cancellation_policy',
  'cancellation_policy_disclosure',
  'cancellation_rebuttal',
  'customer_communication',
  'customer_email_address',
  'customer_name',
  'customer_purchase_ip',
  'customer_signature',
  'duplicate_charge_documentation',
  'duplicate_charge_explanation',
  'duplicate_charge_id',
  'product_description',
  'receipt',
  'refund_policy',
  'refund_policy_disclosure',
  'refund_refusal_explanation',
  'service_date',
  'service_documentation',
  'shipping_address',
  'shipping_carrier',
  'shipping_date',
  'shipping_documentation',
  'shipping_tracking_number',
  'uncategorized_file',
  'uncategorized_text',
] as const

/** What is there before the shop has said anything: what Stripe knows of the customer. @unverified that it is filled in */
export function emptyEvidence(charge: Charge): Evidence {
  const { email, name } = charge.billing_details
  return {
    ...(Object.fromEntries(FIELDS.map((field) => [field, null])) as Omit<Evidence, 'enhanced_evidence'>),
    customer_email_address: email,
    customer_name: name,
    enhanced_evidence: {},
  }
}

/** The pieces that are files, by their ids. */
const FILES = [
  'cancellation_policy',
  'customer_communication',
  'customer_signature',
  'duplicate_charge_documentation',
  'receipt',
  'refund_policy',
  'service_documentation',
  'shipping_documentation',
  'uncategorized_file',
] as const

/** @throws resource_missing for a file that is none (400) */
export function checkFiles(world: StripeWorld, given: object = {}): void {
  const pieces = given as Partial<Record<(typeof FILES)[number], string>>
  for (const field of FILES) {
    if (pieces[field]) filesOf(world).named(pieces[field], `evidence[${field}]`)
  }
}

/** An empty string unsets a piece of evidence. */
export function mergeEvidence(current: Evidence, given: object | undefined): Evidence {
  const merged: Record<string, unknown> = { ...current }
  for (const [field, value] of Object.entries(given ?? {})) merged[field] = value === '' ? null : value
  return merged as Evidence
}

/** What the words of a test make of a dispute. @source https://docs.stripe.com/testing#disputes (as captured 2026-08-07) */
export function outcomeOf({ uncategorized_text: text }: Evidence): 'win' | 'lose' | 'escalate' | undefined {
  switch (text) {
    case 'winning_evidence':
      return 'win'
    case 'losing_evidence':
      return 'lose'
    case 'escalate_inquiry_evidence':
      return 'escalate'
    default:
      return undefined
  }
}
