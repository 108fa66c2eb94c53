import { fail } from '../errors.js'
import type { ObjectRule } from './rule.js'

/**
 * A lead or a contact is a member of a campaign once.
 * @throws REQUIRED_FIELD_MISSING, DUPLICATE_VALUE (400)
 * @source facts part B (read 2026-11-23) @unverified wording of the first
 */
export const campaignMember: ObjectRule = {
  prepare: ({ world, draft, before }) => {
    const field = typeof draft.LeadId === 'string' ? 'LeadId' : 'ContactId'
    const member = draft[field]
    if (typeof member !== 'string') {
      throw fail(400, 'FIELD_INTEGRITY_EXCEPTION', 'Specify either a lead or a contact.', ['LeadId', 'ContactId'])
    }
    draft.LeadOrContactId = member
    draft.HasResponded = draft.Status === 'Responded'
    if (before) return
    const again = world
      .records('CampaignMember')
      .where('CampaignId', draft.CampaignId)
      .some((row) => !row.IsDeleted && row[field] === member)
    if (again) throw fail(400, 'DUPLICATE_VALUE', 'Already a campaign member.', [])
  },
}
