import { refTo, type Schema } from '../../../document.js'
import { anyText, flag, list, loose, object, oneOf, open, text, whole } from '../../schemas.js'
import { chosen, type NewerOperations, paged } from './operation.js'

const time: Schema = { type: 'string', format: 'date-time' }
const source = object({ name: text })
const consent = oneOf('denied', 'unknown', 'consented', 'confirmed')

/** When it was given is told only of a consent that was. */
const given = object({ status: consent, captured_at: text, source }, ['captured_at'])
const channel = {
  effective_subscription_status: object({ value: oneOf('subscribed', 'unsubscribed', 'nonsubscribed', 'pending') }),
  marketing_consent: given,
  source,
}

const contact = object(
  {
    id: text,
    audience_id: text,
    language: text,
    status: oneOf('active', 'archived'),
    email_channel: object({ email: text, hashed_email: text, ...channel }),
    sms_channel: object({ sms_phone: text, hashed_sms_phone: text, ...channel }),
    merge_fields: open,
    tags: list(text),
    source,
    created_at: text,
    last_updated_at: text,
  },
  // Who has given no telephone number has no such channel.
  ['sms_channel'],
)

const audience = object({
  id: text,
  name: text,
  stats: object({ total_contacts: whole }),
  enabled_channels: list(text),
})

export const audienceSchemas: Readonly<Record<string, Schema>> = { AudienceContact: contact, Audience: audience }

const asked = loose({ status: consent, captured_at: time, source: loose({ name: text }) })
const changes = {
  language: text,
  email_channel: loose({ email: text, marketing_consent: asked }),
  sms_channel: loose({ sms_phone: text, marketing_consent: asked }),
  merge_fields: open,
  tags: list(text),
}
const modes = {
  merge_field_validation_mode: oneOf('ignore_required_checks', 'strict'),
  data_mode: oneOf('historical', 'live'),
}
const CONTACT = '/3.0/audiences/{audience_id}/contacts/{contact_id}'

/** Contacts with a channel for mail and one for text messages: the members of a list, told otherwise. @source facts A1, members (read 2026-11-23) */
export const audiences: NewerOperations = {
  'GET /3.0/audiences': {
    id: 'getAudiences',
    query: paged,
    answer: object({ audiences: list(refTo('Audience')), total_items: whole }),
  },
  'GET /3.0/audiences/{audience_id}': { id: 'getAudience', query: chosen, answer: refTo('Audience') },
  'GET /3.0/audiences/{audience_id}/contacts': {
    id: 'getAudienceContactList',
    query: {
      ...chosen,
      count: whole,
      cursor: text,
      created_before: time,
      created_since: time,
      updated_before: time,
      updated_since: time,
      sort_field: oneOf('created_at', 'updated_at'),
      sort_dir: oneOf('ASC', 'DESC'),
    },
    answer: object({
      contacts: list(refTo('AudienceContact')),
      next_cursor: anyText,
      _links: list(refTo('ResourceLink')),
    }),
  },
  'POST /3.0/audiences/{audience_id}/contacts': {
    id: 'createAudienceContact',
    query: modes,
    body: loose({ ...changes, update_existing: flag }),
    answer: refTo('AudienceContact'),
  },
  [`GET ${CONTACT}`]: { id: 'getAudienceContact', query: chosen, answer: refTo('AudienceContact') },
  [`PATCH ${CONTACT}`]: {
    id: 'patchAudienceContact',
    query: modes,
    body: loose(changes),
    answer: refTo('AudienceContact'),
  },
  [`POST ${CONTACT}/actions/archive`]: { id: 'postAudiencesContactsActionsArchive' },
  [`POST ${CONTACT}/actions/forget`]: { id: 'postAudiencesContactsActionsForget' },
}
