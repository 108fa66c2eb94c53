import type { VendorDefinition } from '../../src/engine/kit.js'

/** What is found by value without a scan. */
export const tables: NonNullable<VendorDefinition<never>['tables']> = {
  _payment_link: { indexes: ['link'] },
  charge: { indexes: ['customer', 'payment_intent'] },
  'checkout.session': { indexes: ['customer', 'payment_intent', 'payment_link', 'setup_intent'] },
  customer: { indexes: ['email'] },
  payment_intent: { indexes: ['customer'] },
  payment_method: { indexes: ['customer'] },
  refund: { indexes: ['charge'] },
  price: { indexes: ['product', 'lookup_key'] },
  promotion_code: { indexes: ['code'] },
  setup_intent: { indexes: ['customer'] },
}
