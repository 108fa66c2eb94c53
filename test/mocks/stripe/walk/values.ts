import type { Schema } from '../../../../src/engine/description/document.js'

/** Values that any operation takes for a parameter of that name, where its schema alone does not say what fits. */
const BY_NAME: readonly (readonly [pattern: RegExp, value: (now: number) => unknown])[] = [
  [/(?:^|_)currency$/, () => 'usd'],
  [/country(?:_code)?$/, () => 'US'],
  [/(?:^|_)url$|^url$|uri$/, () => 'https://shop.example/return'],
  [/email(?:_address)?$/, () => 'ada@shop.example'],
  [/^phone(?:_number)?$/, () => '+15555550100'],
  [/iban/, () => 'DE89370400440532013000'],
  [/routing_number/, () => '110000000'],
  [/account_number/, () => '000123456789'],
  [/^postal_code$/, () => '94107'],
  [/^state$/, () => 'CA'],
  [/^percent_off$/, () => 25],
  [/amount|^value$|unit_amount|^maximum$/, () => 1000],
  [/^(?:expires_at|expires_after|expire_at)$/, (now) => now + 7200],
  [/(?:_at|_after|_on|^timestamp|_time|_date)$/, (now) => now + 3600],
  [/^exp_month$|^month$/, () => 12],
  [/^exp_year$/, () => 2030],
  [/^year$/, () => 1990],
  [/^day$/, () => 1],
  [/^query$/, () => 'created>0'],
  [/quantity|count$/, () => 1],
  [/^percentage$/, () => 10],
]

/** A value for a plain parameter: of its name, and else the least that its type allows. `now` in Unix seconds. */
export function plainValue(name: string, schema: Schema, now: number): unknown {
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
  const named = BY_NAME.find(([pattern]) => pattern.test(name))?.[1](now)
  if (types.includes('integer') || types.includes('number'))
    return typeof named === 'number' ? named : Math.max(1, schema.minimum ?? 1)
  if (types.includes('boolean')) return true
  if (types.includes('string')) {
    if (schema.format === 'date-time') return new Date(now * 1000).toISOString()
    if (schema.format === 'decimal') return '10'
    return named === undefined ? 'walk' : String(named)
  }
  return named ?? 'walk'
}
