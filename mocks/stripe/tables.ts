import type { VendorDefinition } from '../../src/engine/kit.js'

/** What is found by value without a scan. */
export const tables: NonNullable<VendorDefinition<never>['tables']> = {
  _connection: { indexes: ['refreshToken'] },
  _payment_link: { indexes: ['link'] },
  application_fee: { indexes: ['charge', 'originating_transaction'] },
  balance_transaction: { indexes: ['available_on', 'source'] },
  charge: { indexes: ['customer', 'payment_intent'] },
  'checkout.session': { indexes: ['customer', 'payment_intent', 'payment_link', 'setup_intent'] },
  'radar.value_list_item': { indexes: ['value_list', 'value'] },
  customer_cash_balance_transaction: { indexes: ['customer'] },
  customer: { indexes: ['email'] },
  dispute: { indexes: ['charge'] },
  fee_refund: { indexes: ['fee'] },
  mandate: { indexes: ['payment_method'] },
  payment_attempt_record: { indexes: ['payment_record'] },
  payment_intent: { indexes: ['customer'] },
  payment_method: { indexes: ['customer'] },
  price: { indexes: ['product', 'lookup_key'] },
  promotion_code: { indexes: ['code'] },
  'radar.early_fraud_warning': { indexes: ['charge'] },
  refund: { indexes: ['charge', 'pending_reason'] },
  setup_intent: { indexes: ['customer'] },
  'tax.transaction': { indexes: ['reference'] },
  transfer: { indexes: ['source_transaction'] },
  transfer_reversal: { indexes: ['transfer'] },
}
