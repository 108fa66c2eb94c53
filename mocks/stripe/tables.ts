import type { VendorDefinition } from '../../src/engine/kit.js'

/** What is found by value without a scan. */
export const tables: NonNullable<VendorDefinition<never>['tables']> = {
  charge: { indexes: ['customer', 'payment_intent'] },
  'radar.value_list_item': { indexes: ['value_list', 'value'] },
  customer: { indexes: ['email'] },
  payment_intent: { indexes: ['customer'] },
  payment_method: { indexes: ['customer'] },
  refund: { indexes: ['charge'] },
  setup_intent: { indexes: ['customer'] },
}
