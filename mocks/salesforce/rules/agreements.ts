import { fail } from '../errors.js'
import type { ObjectRule, Saving } from './rule.js'

/** @throws FIELD_INTEGRITY_EXCEPTION (400) @source facts A9 (read 2026-11-23) */
export const asset: ObjectRule = {
  prepare: ({ draft }) => {
    if ((draft.AccountId ?? draft.ContactId ?? null) !== null) return
    const message = 'Every asset needs an account, a contact, or both.'
    throw fail(400, 'FIELD_INTEGRITY_EXCEPTION', message, ['AccountId', 'ContactId'])
  },
}

/**
 * A contract begins as a draft and has a number. @throws INVALID_STATUS (400)
 * @source facts part B (read 2026-11-23) @unverified wording
 */
export const contract: ObjectRule = {
  prepare: (saving) => {
    saving.draft.ContractNumber ??= String(saving.world.nextNumber('ContractNumber', 100)).padStart(8, '0')
    beginsAsDraft(saving, 'Contract')
  },
}

/**
 * An order begins as a draft, has a number, and is activated with products only. @throws INVALID_STATUS, FAILED_ACTIVATION (400)
 * @source facts part B (read 2026-11-23) @unverified wording
 */
export const order: ObjectRule = {
  prepare: (saving) => {
    const { world, draft, before } = saving
    draft.OrderNumber ??= String(world.nextNumber('OrderNumber', 100)).padStart(8, '0')
    beginsAsDraft(saving, 'Order')
    if (draft.Status !== 'Activated' || before?.Status === 'Activated') return
    const products = world.records('OrderItem').where('OrderId', draft.id)
    if (!products.some((row) => !row.IsDeleted)) {
      throw fail(400, 'FAILED_ACTIVATION', 'An order must have at least one product.', [])
    }
  },
}

function beginsAsDraft({ draft, before }: Saving, label: string): void {
  draft.StatusCode = draft.Status === 'Activated' ? 'Activated' : 'Draft'
  if (before || draft.Status === 'Draft') return
  throw fail(400, 'INVALID_STATUS', `Choose a valid ${label.toLowerCase()} status and save your changes.`, ['Status'])
}
