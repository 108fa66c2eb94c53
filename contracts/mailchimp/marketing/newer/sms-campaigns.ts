import { refTo, type Schema } from '../../../document.js'
import { flag, list, loose, object, text, whole } from '../../schemas.js'
import { chosen, type NewerOperations, paged } from './operation.js'

const links = list(refTo('ResourceLink'))

/** The audience's id is a number here, as nowhere else. */
const campaign = object({
  id: text,
  web_id: text,
  name: text,
  status: text,
  channel: text,
  list_id: whole,
  recipient_count: whole,
  create_time: text,
  send_time: text,
  updated_at: text,
  expire_time: text,
  is_send_now: flag,
  folder_id: text,
  segments: list(whole),
  excluded_segments: list(whole),
  _links: links,
})

const media = { url: text, mime_type: text }
const content = object({
  message_body: text,
  estimated_segments: whole,
  merge_fields: list(text),
  media: list(object(media)),
  source: object({ type: text, id: text }),
  properties: object({ content_type: text, sender: text, optout_message_language: text }),
  _links: links,
})

export const smsCampaignSchemas: Readonly<Record<string, Schema>> = {
  SmsCampaign: campaign,
  SmsCampaignContent: content,
}

const changes = { name: text, folder_id: text, segments: list(whole), excluded_segments: list(whole) }
const ALL = '/3.0/sms-campaigns'
const ONE = `${ALL}/{sms_campaign_id}`

/** Campaigns of text messages. @source facts B (read 2026-11-23) */
export const smsCampaigns: NewerOperations = {
  [`GET ${ALL}`]: {
    id: 'getSmsCampaigns',
    query: paged,
    answer: object({ sms_campaigns: list(refTo('SmsCampaign')), total_items: whole, _links: links }),
  },
  [`POST ${ALL}`]: {
    id: 'postSmsCampaigns',
    body: loose({ ...changes, list_id: whole }),
    answer: refTo('SmsCampaign'),
  },
  [`GET ${ONE}`]: { id: 'getSmsCampaignsId', query: chosen, answer: refTo('SmsCampaign') },
  [`PATCH ${ONE}`]: { id: 'patchSmsCampaignsId', body: loose(changes), answer: refTo('SmsCampaign') },
  [`DELETE ${ONE}`]: { id: 'deleteSmsCampaignsId' },
  [`GET ${ONE}/content`]: { id: 'getSmsCampaignsIdContent', query: chosen, answer: refTo('SmsCampaignContent') },
  [`PUT ${ONE}/content`]: {
    id: 'putSmsCampaignsIdContent',
    body: loose({ message_body: text, media: list(loose(media)) }),
    answer: refTo('SmsCampaignContent'),
  },
  [`POST ${ONE}/actions/send`]: { id: 'postSmsCampaignsIdActionsSend' },
  [`POST ${ONE}/actions/schedule`]: {
    id: 'postSmsCampaignsIdActionsSchedule',
    body: loose({ schedule_time: { type: 'string', format: 'date-time' } }, ['schedule_time']),
  },
  [`POST ${ONE}/actions/cancel-send`]: { id: 'postSmsCampaignsIdActionsCancelSend' },
}
