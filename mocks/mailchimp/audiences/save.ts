import { behaviour } from '../api.js'
import { findList } from '../lists/list.js'
import { lookUpMember } from '../members/member.js'
import { memberExists } from '../members/save.js'
import { findContact, renderContact, saveContact } from './contact.js'
import { memberWithPhone } from './sms-channel.js'

/**
 * Puts a contact into an audience; `update_existing` changes one who is there, found by address or number.
 * @throws ResourceNotFound (404), MemberExists, MemberInComplianceState, ForgottenEmailNotSubscribed, InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/docs/audiences-introduction (read 2026-11-24); @unverified how a conflict is told
 */
export const create = behaviour(
  'POST /3.0/audiences/{audience_id}/contacts',
  ({ params, query, body, call }, world) => {
    const list = findList(world, params.audience_id)
    const { email_channel: mail, sms_channel: sms } = body
    const before =
      (mail?.email === undefined ? undefined : lookUpMember(world, list.id, mail.email)) ??
      (sms?.sms_phone === undefined ? undefined : memberWithPhone(world, list.id, sms.sms_phone))
    if (before && before.status !== 'archived' && body.update_existing !== true) {
      throw memberExists(mail?.email ?? before.email)
    }
    return renderContact(world, saveContact(world, list, before, body, { modes: query, origin: call.origin }))
  },
)

/** @throws ResourceNotFound (404)  @source https://mailchimp.com/developer/marketing/docs/audiences-introduction (read 2026-11-24) */
export const retrieve = behaviour('GET /3.0/audiences/{audience_id}/contacts/{contact_id}', ({ params }, world) =>
  renderContact(world, findContact(world, findList(world, params.audience_id).id, params.contact_id)),
)

/**
 * Changes a contact; `data_mode=historical` tells nobody.
 * @throws ResourceNotFound (404), MemberExists, MemberInComplianceState, InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/docs/audiences-introduction (read 2026-11-24)
 */
export const update = behaviour(
  'PATCH /3.0/audiences/{audience_id}/contacts/{contact_id}',
  ({ params, query, body, call }, world) => {
    const list = findList(world, params.audience_id)
    const before = findContact(world, list.id, params.contact_id)
    return renderContact(world, saveContact(world, list, before, body, { modes: query, origin: call.origin }))
  },
)
