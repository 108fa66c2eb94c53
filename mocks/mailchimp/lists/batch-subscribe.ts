import { VendorError } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import { type FieldError, invalidResource } from '../errors.js'
import { lookUpMember, type Member } from '../members/member.js'
import { renderMember } from '../members/render.js'
import { memberExists, saveMember } from '../members/save.js'
import { removeTag, tagsOf } from '../members/tags.js'
import type { MailchimpWorld } from '../world.js'
import { findList } from './list.js'

/** @source facts A1 (read 2026-11-23); @unverified the wording past it */
const MOST = 500

/**
 * Puts many in at once. Each stands for itself: the answer is 200, and says which could not be taken.
 * @throws ResourceNotFound (404), InvalidResource (400)
 * @source https://mailchimp.com/developer/marketing/api/lists/batch-subscribe-or-unsubscribe/ (read 2026-11)
 */
export const batchSubscribe = behaviour('POST /3.0/lists/{list_id}', ({ params, query, body, call }, world) => {
  const list = findList(world, params.list_id)
  if (body.members.length > MOST) {
    throw invalidResource([{ field: 'members', message: `You may only send up to ${MOST} members.` }])
  }
  const options = { by: 'api', origin: call.origin, skipMergeValidation: query.skip_merge_validation } as const
  const created: Member[] = []
  const updated: Member[] = []
  const errors: Record<string, unknown>[] = []
  for (const input of body.members) {
    const email = input.email_address ?? ''
    try {
      const before = lookUpMember(world, list.id, email)
      const isNew = !before || before.status === 'archived'
      if (!isNew && body.update_existing !== true) throw memberExists(email)
      const status = input.status ?? (isNew ? 'subscribed' : undefined)
      const saved = world.port.savepoint(() =>
        saveMember(world, findList(world, list.id), before, { ...input, status }, options),
      )
      if (body.sync_tags === true) keepTags(world, saved, input.tags)
      ;(isNew ? created : updated).push(saved)
    } catch (error) {
      if (!(error instanceof VendorError)) throw error
      errors.push(rendered(email, error))
    }
  }
  return {
    new_members: created.map((member) => renderMember(world, member, call.origin)),
    updated_members: updated.map((member) => renderMember(world, member, call.origin)),
    errors,
    total_created: created.length,
    total_updated: updated.length,
    error_count: errors.length,
    _links: [],
  }
})

/** Of the tags that there are, only those that were sent stay. */
function keepTags(world: MailchimpWorld, member: Member, sent: readonly string[] = []): void {
  const wanted = new Set(sent.map((name) => name.trim().toLowerCase()))
  for (const { name } of tagsOf(world, member)) if (!wanted.has(name.toLowerCase())) removeTag(world, member, name)
}

function rendered(email: string, error: VendorError): Record<string, unknown> {
  const [field] = (error.fields.errors ?? []) as FieldError[]
  return {
    email_address: email,
    error: error.message,
    error_code: error.code === 'MemberExists' ? 'ERROR_CONTACT_EXISTS' : 'ERROR_GENERIC',
    field: field?.field ?? '',
    field_message: field?.message ?? '',
  }
}
