import { behaviour } from '../api.js'
import { invalidResource } from '../errors.js'
import { merged } from '../resources/merge.js'
import type { MailchimpWorld } from '../world.js'
import { type Campaign, NOTHING, type SegmentChoice, type Settings } from './campaign.js'
import { renderCampaign } from './render.js'
import { contentOf } from './template-content.js'

/** What a client says of a campaign, as on the wire. */
export interface CampaignInput {
  readonly type?: string | undefined
  readonly content_type?: string | undefined
  readonly recipients?:
    | { readonly list_id?: string | undefined; readonly segment_opts?: SegmentChoice | undefined }
    | undefined
  readonly settings?: Settings | undefined
  readonly tracking?: object | undefined
  readonly social_card?: object | undefined
  readonly variate_settings?: object | undefined
  readonly rss_opts?: object | undefined
}

const SETTINGS: Settings = {
  subject_line: '',
  title: '',
  use_conversation: false,
  to_name: '',
  folder_id: '',
  authenticate: true,
  auto_footer: false,
  inline_css: false,
  auto_tweet: false,
  fb_comments: true,
  timewarp: false,
  template_id: 0,
  drag_and_drop: false,
}
const TRACKING = { opens: true, html_clicks: true, text_clicks: false, goal_tracking: false, ecomm360: false }

/**
 * Makes a campaign; only its type has to be said.
 * @throws InvalidResource (400) for an audience or template that is not there
 * @source https://mailchimp.com/developer/marketing/api/campaigns/add-campaign/ (read 2026-11); @unverified wording
 */
export const create = behaviour('POST /3.0/campaigns', ({ body, call }, world) =>
  renderCampaign(world, insertCampaign(world, body, call.origin), call.origin),
)

export function insertCampaign(world: MailchimpWorld, input: CampaignInput, origin: string): Campaign {
  const base: Campaign = {
    id: world.port.random.hex(10),
    parent: '',
    webId: world.nextNumber('campaign'),
    type: input.type ?? 'regular',
    status: 'save',
    created: world.now(),
    sendTime: '',
    list: '',
    segment: null,
    settings: SETTINGS,
    tracking: TRACKING,
    socialCard: {},
    variants: null,
    rss: null,
    contentType: input.content_type ?? 'template',
    content: { html: '', plain_text: '' },
    parentCampaign: '',
    tally: NOTHING,
    timer: '',
    origin,
  }
  return world.campaigns.insert(withInput(world, base, input))
}

/** A campaign with what a client says of it. @throws InvalidResource (400) */
export function withInput(world: MailchimpWorld, campaign: Campaign, input: CampaignInput): Campaign {
  const { recipients, settings, tracking, social_card: card, variate_settings: variants, rss_opts: rss } = input
  const list = recipients?.list_id ?? campaign.list
  if (list !== '' && list !== campaign.list && !world.lists.has(list)) {
    throw invalidResource([{ field: 'recipients.list_id', message: 'The audience could not be found.' }])
  }
  const changed: Campaign = {
    ...campaign,
    list,
    segment: recipients?.segment_opts ?? (list === campaign.list ? campaign.segment : null),
    settings: merged(campaign.settings, settings),
    tracking: merged(campaign.tracking, tracking),
    socialCard: merged(campaign.socialCard, card),
    variants: variants ? merged(campaign.variants ?? {}, variants) : campaign.variants,
    rss: rss ? merged(campaign.rss ?? {}, rss) : campaign.rss,
  }
  const template = settings?.template_id
  if (!template || template === campaign.settings.template_id) return changed
  return { ...changed, content: contentOf(world, { template: { id: template } }, campaign.content) }
}
