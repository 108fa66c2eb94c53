import type { Price } from '../api.js'
import { invalidRequest } from '../errors.js'

export interface AmountInput {
  readonly billing_scheme?: Price['billing_scheme']
  readonly custom_unit_amount?: {
    readonly enabled: boolean
    readonly maximum?: number
    readonly minimum?: number
    readonly preset?: number
  }
  readonly tiers?: readonly TierInput[]
  readonly tiers_mode?: NonNullable<Price['tiers_mode']>
  readonly unit_amount?: number
  readonly unit_amount_decimal?: string
}

interface TierInput {
  readonly flat_amount?: number
  readonly flat_amount_decimal?: string
  readonly unit_amount?: number
  readonly unit_amount_decimal?: string
  readonly up_to: 'inf' | number | string
}

type Amount = Pick<Price, 'custom_unit_amount' | 'unit_amount' | 'unit_amount_decimal'>

const NONE: Amount = { custom_unit_amount: null, unit_amount: null, unit_amount_decimal: null }

/**
 * What one unit costs, in minor units: a whole number, a decimal of up to twelve places, what the customer likes, or tiers.
 * @throws parameter_missing, parameters_exclusive, parameter_invalid_integer (400) @unverified wording
 */
export function amountOf(input: AmountInput, prefix: string): Amount {
  const at = (name: string) => (prefix ? `${prefix}[${name}]` : name)
  if (input.billing_scheme === 'tiered') {
    checkTiers(input, at)
    return NONE
  }
  const given = (['unit_amount', 'unit_amount_decimal', 'custom_unit_amount'] as const).filter(
    (name) => input[name] !== undefined,
  )
  const [name, second] = given
  if (second !== undefined) {
    throw invalidRequest(`You may only specify one of these parameters: ${given.join(', ')}.`, {
      code: 'parameters_exclusive',
      param: at(second),
    })
  }
  if (name === undefined) {
    throw invalidRequest('Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set.')
  }
  const { custom_unit_amount: custom, unit_amount: whole, unit_amount_decimal: decimal } = input
  if (custom !== undefined) {
    const { maximum = null, minimum = null, preset = null } = custom
    return { ...NONE, custom_unit_amount: { maximum, minimum, preset } }
  }
  const text = whole === undefined ? String(decimal) : String(whole)
  checkDecimal(text, at(name))
  return { ...NONE, unit_amount: Number.isInteger(Number(text)) ? Number(text) : null, unit_amount_decimal: text }
}

function checkDecimal(text: string, param: string): void {
  if (text.startsWith('-')) {
    throw invalidRequest('This value must be greater than or equal to 0.', { code: 'parameter_invalid_integer', param })
  }
  if (/^\d{1,20}(?:\.\d{1,12})?$/.test(text)) return
  throw invalidRequest(`Invalid decimal: ${text}; must have at most 12 decimal places.`, { param })
}

function checkTiers({ tiers, tiers_mode: mode, ...rest }: AmountInput, at: (name: string) => string): void {
  for (const [param, value] of Object.entries({ tiers, tiers_mode: mode })) {
    if (value !== undefined) continue
    throw invalidRequest(`Missing required param: ${at(param)}.`, { code: 'parameter_missing', param: at(param) })
  }
  if (rest.unit_amount !== undefined || rest.unit_amount_decimal !== undefined) {
    throw invalidRequest('A price with `billing_scheme=tiered` has its amounts in `tiers`.', {
      code: 'parameters_exclusive',
      param: at('unit_amount'),
    })
  }
  const ends = (tiers ?? []).map(({ up_to: end }) => (end === 'inf' ? Number.POSITIVE_INFINITY : Number(end)))
  if (ends.at(-1) !== Number.POSITIVE_INFINITY || ends.some((end, i) => end <= (ends[i - 1] ?? 0))) {
    throw invalidRequest('`tiers` must rise, and the last must have `up_to=inf`.', { param: at('tiers') })
  }
}

/** Tiers as a price shows them. */
export function tiersOf(tiers: readonly TierInput[]): NonNullable<Price['tiers']> {
  return tiers.map((tier) => ({
    flat_amount: whole(tier.flat_amount, tier.flat_amount_decimal),
    flat_amount_decimal: text(tier.flat_amount, tier.flat_amount_decimal),
    unit_amount: whole(tier.unit_amount, tier.unit_amount_decimal),
    unit_amount_decimal: text(tier.unit_amount, tier.unit_amount_decimal),
    up_to: tier.up_to === 'inf' ? null : Number(tier.up_to),
  }))
}

function text(amount: number | undefined, decimal: string | undefined): string | null {
  return decimal ?? (amount === undefined ? null : String(amount))
}

function whole(amount: number | undefined, decimal: string | undefined): number | null {
  const value = Number(amount ?? decimal)
  return Number.isInteger(value) ? value : null
}
