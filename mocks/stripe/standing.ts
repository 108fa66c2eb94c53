import type { Row } from '../../src/engine/kit.js'
import { COUNTRY_CURRENCIES } from './country-currencies.js'

type Standing = Row & Readonly<Record<string, unknown>>

/**
 * What Stripe keeps for everybody and an account only reads: a few of each, by type.
 * @source https://docs.stripe.com/tax/tax-codes and https://docs.stripe.com/reports/report-types (read 2026-11); @unverified the ids of climate
 * products and suppliers and of bundles, and that countries say no more than their currency
 */
export const STANDING: Readonly<Record<string, readonly Standing[]>> = {
  'climate.product': [{ id: 'climsku_standin_removal', name: 'Carbon removal' }],
  'climate.supplier': [{ id: 'climsup_standin', name: 'A supplier of carbon removal' }],
  country_spec: Object.entries(COUNTRY_CURRENCIES).map(([id, default_currency]) => ({ id, default_currency })),
  exchange_rate: [...new Set(Object.values(COUNTRY_CURRENCIES))].map((id) => ({ id, rates: { [id]: 1 } })),
  'issuing.physical_bundle': [{ id: 'ibun_standard', name: 'Standard bundle', status: 'active', type: 'standard' }],
  'reporting.report_type': [
    { id: 'balance.summary.1', name: 'Balance summary', version: 1 },
    { id: 'balance_change_from_activity.itemized.3', name: 'Itemized balance change from activity', version: 3 },
    { id: 'payout_reconciliation.itemized.5', name: 'Itemized payout reconciliation', version: 5 },
  ],
  tax_code: [
    { id: 'txcd_00000000', name: 'Nontaxable' },
    { id: 'txcd_10000000', name: 'General - Electronically Supplied Services' },
    { id: 'txcd_20030000', name: 'General - Services' },
    { id: 'txcd_92010001', name: 'Shipping' },
    { id: 'txcd_99999999', name: 'General - Tangible Goods' },
  ],
}
