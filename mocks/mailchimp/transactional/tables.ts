import type { VendorDefinition } from '../../../src/engine/kit.js'

/** Indexes of Transactional's tables, whose names begin with `mandrill_`. */
export const transactionalTables: NonNullable<VendorDefinition<unknown>['tables']> = {
  mandrill_message: { indexes: ['mailing'] },
  mandrill_reject: { indexes: ['email'] },
  mandrill_pending: { indexes: ['hook'] },
  mandrill_route: { indexes: ['domain'] },
  mandrill_ip: { indexes: ['pool'] },
}
