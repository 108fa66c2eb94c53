import type { VendorDefinition } from '../../../src/engine/kit.js'

/** Indexes of Marketing's tables. */
export const marketingTables: NonNullable<VendorDefinition<unknown>['tables']> = {}
