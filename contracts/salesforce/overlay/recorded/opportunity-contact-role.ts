import type { ObjectOverlay } from '../overlay.js'

/** What the rules do not find, as orgs described it (v48 to v52). @source test recordings of SFDO-Tooling/CumulusCI (BSD-3), read 2026-11-23 */
export const opportunityContactRole: ObjectOverlay = {
  not: 'N',
  can: 'LTP',
  fields: {
    Id: { label: 'Contact Role ID' },
    OpportunityId: { updateable: false },
    ContactId: { defaulted: undefined },
    Role: {
      values: [
        'Business User',
        'Decision Maker',
        'Economic Buyer',
        'Economic Decision Maker',
        'Evaluator',
        'Executive Sponsor',
        'Influencer',
        'Technical Buyer',
        'Other',
      ],
    },
    IsPrimary: { label: 'Primary' },
    IsDeleted: { label: 'Deleted' },
  },
}
