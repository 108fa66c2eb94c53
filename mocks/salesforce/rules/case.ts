import type { ObjectRule } from './rule.js'

/** A case has a number of eight digits; a closed one has the time of its closing. @source facts part B (read 2026-11-23) */
export const supportCase: ObjectRule = {
  prepare: ({ world, draft, before }) => {
    draft.CaseNumber ??= String(world.nextNumber('CaseNumber')).padStart(8, '0')
    draft.IsClosed = draft.Status === 'Closed'
    if (draft.IsClosed && !before?.IsClosed) draft.ClosedDate = world.now()
    else if (!draft.IsClosed) draft.ClosedDate = null
    draft.IsEscalated ??= false
    const contact = typeof draft.ContactId === 'string' ? world.live('Contact', draft.ContactId) : undefined
    draft.ContactEmail = contact?.Email ?? null
    draft.ContactPhone = contact?.Phone ?? null
    draft.ContactMobile = contact?.MobilePhone ?? null
    draft.ContactFax = contact?.Fax ?? null
    if (!before && contact) draft.AccountId ??= contact.AccountId ?? null
  },
}
