import type { VendorDefinition } from '../../../src/engine/kit.js'

/** Indexes of Transactional's tables, whose names begin with `mandrill_`. */
export const transactionalTables: NonNullable<VendorDefinition<unknown>['tables']> = {}
