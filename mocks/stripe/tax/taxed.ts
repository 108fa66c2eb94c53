import type { Resource } from '../actions/action.js'
import type { TaxCalculation } from '../api.js'
import { notModelled } from '../errors.js'
import type { StripeWorld } from '../world.js'
import { type Rate, rateIn } from './rates.js'

type Customer = TaxCalculation['customer_details']
type Reason = TaxCalculation['tax_breakdown'][number]['taxability_reason']
export type TaxBehavior = 'exclusive' | 'inclusive'

/** What is levied on a sale to a customer, and why. */
export interface Levy {
  readonly country: string
  readonly rate: Rate | undefined
  readonly reason: Reason
}

/**
 * Tax is collected where the account is registered.
 * @throws a country or state whose rate is not known here (501)
 * @source https://docs.stripe.com/tax/zero-tax (read 2026-11)
 */
export function levyFor(world: StripeWorld, { address, taxability_override: override }: Customer): Levy {
  const country = address?.country ?? ''
  const state = country === 'US' ? (address?.state ?? null) : null
  if (!registeredIn(world, country, state)) return { country, rate: undefined, reason: 'not_collecting' }
  if (override === 'customer_exempt') return { country, rate: undefined, reason: 'customer_exempt' }
  if (override === 'reverse_charge') return { country, rate: undefined, reason: 'reverse_charge' }
  const rate = rateIn(country, state)
  if (!rate) throw notModelled(`the tax of ${[country, state].filter(Boolean).join('-')}`)
  return { country, rate, reason: 'standard_rated' }
}

function registeredIn(world: StripeWorld, country: string, state: string | null): boolean {
  return world
    .collection<Resource>('tax.registration')
    .all()
    .some(
      (one) =>
        one.country === country &&
        Number(one.active_from) <= world.now() &&
        (typeof one.expires_at !== 'number' || one.expires_at > world.now()) &&
        (state === null || stateOf(one) === state),
    )
}

function stateOf({ country_options: options }: Resource): unknown {
  return (options as { us?: { state?: unknown } } | undefined)?.us?.state
}

/** The tax on an amount, or in it, in minor units. */
export function taxOn(amount: number, behavior: TaxBehavior, { rate }: Levy): number {
  const share = (rate?.percent ?? 0) / 100
  return Math.round(behavior === 'inclusive' ? amount - amount / (1 + share) : amount * share)
}

/** How the tax on one line came about. */
export function lineBreakdown(amount: number, tax: number, behavior: TaxBehavior, { country, rate, reason }: Levy) {
  return {
    amount: tax,
    jurisdiction: {
      country,
      display_name: rate?.state ?? country,
      level: rate?.state ? ('state' as const) : ('country' as const),
      state: rate?.state ?? null,
    },
    sourcing: 'destination' as const,
    tax_rate_details: rate
      ? { display_name: rate.name, percentage_decimal: String(rate.percent), tax_type: rate.type }
      : null,
    taxability_reason: reason,
    taxable_amount: rate ? (behavior === 'inclusive' ? amount - tax : amount) : 0,
  }
}

export interface Taxed {
  readonly amount: number
  readonly amount_tax: number
  readonly tax_behavior: TaxBehavior
}

/** The sums of what was levied on top, and of what the prices have in them. */
export function breakdownOf(taxed: readonly Taxed[], { country, rate, reason }: Levy): TaxCalculation['tax_breakdown'] {
  return (['exclusive', 'inclusive'] as const).flatMap((behavior) => {
    const lines = taxed.filter((line) => line.tax_behavior === behavior)
    if (lines.length === 0) return []
    const tax = lines.reduce((sum, line) => sum + line.amount_tax, 0)
    const amount = lines.reduce((sum, line) => sum + line.amount, 0)
    return [
      {
        amount: tax,
        inclusive: behavior === 'inclusive',
        tax_rate_details: {
          country,
          flat_amount: null,
          percentage_decimal: String(rate?.percent ?? 0),
          rate_type: rate ? ('percentage' as const) : null,
          state: rate?.state ?? null,
          tax_type: rate?.type ?? null,
        },
        taxability_reason: reason,
        taxable_amount: rate ? (behavior === 'inclusive' ? amount - tax : amount) : 0,
      },
    ]
  })
}
