import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { archiveMember } from '../members/archive.js'
import { eraseMember } from '../members/erase.js'
import { findContact } from './contact.js'

/** Puts a contact into the archive. @throws ResourceNotFound (404), MethodNotAllowed (405) for who is there already  @source https://mailchimp.com/developer/marketing/docs/audiences-introduction (read 2026-11-24) */
export const archive = behaviour(
  'POST /3.0/audiences/{audience_id}/contacts/{contact_id}/actions/archive',
  ({ params }, world) =>
    archiveMember(world, findContact(world, findList(world, params.audience_id).id, params.contact_id)),
)

/** Deletes a contact with all that is known of them, as delete-permanent does. @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/docs/audiences-introduction (read 2026-11-24) */
export const forget = behaviour(
  'POST /3.0/audiences/{audience_id}/contacts/{contact_id}/actions/forget',
  ({ params }, world) =>
    eraseMember(world, findContact(world, findList(world, params.audience_id).id, params.contact_id)),
)
