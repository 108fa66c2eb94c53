/** What is levied on most of what is sold, in percent. */
export interface Rate {
  readonly percent: number
  readonly type: 'vat' | 'gst' | 'jct' | 'sales_tax'
  readonly name: string
  /** Of the United States. */
  readonly state: string | null
}

/** Standard rates of 2026, in percent. */
const VAT = {
  AT: 20,
  BE: 21,
  BG: 20,
  CH: 8.1,
  CY: 19,
  CZ: 21,
  DE: 19,
  DK: 25,
  EE: 24,
  ES: 21,
  FI: 25.5,
  FR: 20,
  GB: 20,
  GR: 24,
  HR: 25,
  HU: 27,
  IE: 23,
  IT: 22,
  LT: 21,
  LU: 17,
  LV: 21,
  MT: 18,
  NL: 21,
  NO: 25,
  PL: 23,
  PT: 23,
  RO: 21,
  SE: 25,
  SI: 22,
  SK: 23,
}
const GST = { AU: 10, NZ: 15, SG: 9 }
/** What a state levies; counties and cities add to it. */
const STATES = { CA: 7.25, FL: 6, IL: 6.25, MA: 6.25, NJ: 6.625, NY: 4, PA: 6, TX: 6.25, WA: 6.5 }

const find = (table: Readonly<Record<string, number>>, at: string) => (Object.hasOwn(table, at) ? table[at] : undefined)

/** @unverified against Stripe: it is the standard rate whatever the tax code, and the state's part alone in the United States */
export function rateIn(country: string, state: string | null): Rate | undefined {
  if (country === 'US') {
    const percent = find(STATES, state ?? '')
    return percent === undefined ? undefined : { percent, type: 'sales_tax', name: 'Sales Tax', state }
  }
  const vat = find(VAT, country)
  if (vat !== undefined) return { percent: vat, type: 'vat', name: 'VAT', state: null }
  const gst = find(GST, country)
  if (gst !== undefined) return { percent: gst, type: 'gst', name: 'GST', state: null }
  return country === 'JP' ? { percent: 10, type: 'jct', name: 'Japanese Consumption Tax', state: null } : undefined
}
