import { files } from './files.js'
import type { ObjectOverlay } from './overlay.js'
import { people } from './people.js'
import { account } from './recorded/account.js'
import { supportCase } from './recorded/case.js'
import { contact } from './recorded/contact.js'
import { event } from './recorded/event.js'
import { lead } from './recorded/lead.js'
import { opportunity } from './recorded/opportunity.js'
import { opportunityContactRole } from './recorded/opportunity-contact-role.js'
import { sales } from './sales.js'
import { service } from './service.js'

/** By the object's name. */
export const overlays: Readonly<Record<string, ObjectOverlay>> = {
  Account: account,
  Contact: contact,
  Lead: lead,
  Opportunity: opportunity,
  OpportunityContactRole: opportunityContactRole,
  Case: supportCase,
  Event: event,
  ...sales,
  ...service,
  ...files,
  ...people,
}
