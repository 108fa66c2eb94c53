import type { Emitted } from '../../../src/engine/kit.js'
import type { Batch } from '../batches/batch.js'
import { renderBatch } from '../batches/render.js'
import type { Campaign } from '../campaigns/campaign.js'
import type { Member } from '../members/member.js'
import type { MailchimpWorld } from '../world.js'

type Fields = Readonly<Record<string, unknown>>

/** The body of a webhook: a form with brackets. `fired_at` is UTC without a zone. @source facts A1, list webhooks (read 2026-11-23) */
export function payloadOf(world: MailchimpWorld, { type, object, details, at }: Emitted): string {
  const firedAt = new Date(at).toISOString().slice(0, 19).replace('T', ' ')
  const parts: string[] = []
  append(parts, 'type', type)
  append(parts, 'fired_at', firedAt)
  append(parts, 'data', dataOf(world, type, object, details))
  return parts.join('&')
}

function dataOf(world: MailchimpWorld, type: string, object: unknown, details: Fields): Fields {
  switch (type) {
    case 'upemail': {
      const member = object as Member
      return {
        list_id: member.parent,
        new_id: member.uniqueEmailId,
        new_email: member.email,
        old_email: details.oldEmail,
      }
    }
    case 'cleaned': {
      const member = object as Member
      return {
        list_id: member.parent,
        campaign_id: details.campaign ?? '',
        reason: details.reason,
        email: member.email,
      }
    }
    case 'campaign': {
      const campaign = object as Campaign
      const { settings, list } = campaign
      return {
        id: campaign.id,
        subject: settings.subject_line ?? '',
        status: details.status,
        reason: '',
        list_id: list,
      }
    }
    case 'batch_operation_completed':
      return renderBatch(world, object as Batch, String(details.origin))
    default:
      return { ...reasonOf(type, details), ...personOf(world, object as Member) }
  }
}

function reasonOf(type: string, { action, reason, campaign }: Fields): Fields {
  if (type !== 'unsubscribe') return {}
  return { action, reason, ...(campaign !== undefined && { campaign_id: campaign }) }
}

function personOf(world: MailchimpWorld, member: Member): Fields {
  return {
    id: member.uniqueEmailId,
    email: member.email,
    email_type: member.emailType,
    ip_opt: member.ipOpt,
    ip_signup: member.ipSignup,
    web_id: member.webId,
    merges: { EMAIL: member.email, ...member.mergeFields, ...interestsOf(world, member) },
    list_id: member.parent,
  }
}

/** Names of the interests, and by category. @unverified beyond INTERESTS being names with commas */
function interestsOf(world: MailchimpWorld, member: Member): Fields {
  const categories = world.interestCategories.where('parent', member.parent)
  if (categories.length === 0) return {}
  const groupings = categories.map((category) => ({
    id: category.categoryId,
    name: category.title,
    groups: world.interests
      .where('parent', category.id)
      .filter(({ interestId }) => member.interests[interestId])
      .map(({ name }) => name)
      .join(', '),
  }))
  const names = groupings.map(({ groups }) => groups).filter(Boolean)
  return { INTERESTS: names.join(', '), GROUPINGS: groupings }
}

function append(parts: string[], name: string, value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) append(parts, `${name}[${key}]`, inner)
    return
  }
  parts.push(`${encode(name)}=${encode(String(value ?? ''))}`)
}

/** As forms are written: a space is a plus. */
function encode(text: string): string {
  return new URLSearchParams({ a: text }).toString().slice(2)
}
