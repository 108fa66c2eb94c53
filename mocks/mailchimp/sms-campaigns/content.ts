import { behaviour } from '../api.js'
import { problem } from '../errors.js'
import type { ApiResource } from '../resources/api-resource.js'
import { linksOf } from '../resources/links.js'
import { keyOf } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'

const CONTENT = '/3.0/sms-campaigns/{sms_campaign_id}/content'

/** @throws ResourceNotFound (404)  @source facts B (read 2026-11-23) */
export const retrieveContent = behaviour(
  'GET /3.0/sms-campaigns/{sms_campaign_id}/content',
  ({ params, call }, world) => {
    checkCampaign(world, params.sms_campaign_id)
    const row = contents(world).find(keyOf(params.sms_campaign_id, 'content'))
    return render(world, params.sms_campaign_id, row?.wire ?? {}, call.origin)
  },
)

/** @throws ResourceNotFound (404)  @source facts B (read 2026-11-23) */
export const setContent = behaviour(
  'PUT /3.0/sms-campaigns/{sms_campaign_id}/content',
  ({ params, body, call }, world) => {
    const id = params.sms_campaign_id
    checkCampaign(world, id)
    const before = contents(world).find(keyOf(id, 'content'))
    const row = contents(world).put({ id: keyOf(id, 'content'), parent: id, wire: { ...before?.wire, ...body } })
    return render(world, id, row.wire, call.origin)
  },
)

function contents(world: MailchimpWorld) {
  return world.resources<ApiResource>('sms-campaigns/content')
}

function checkCampaign(world: MailchimpWorld, id: string): void {
  if (!world.resources<ApiResource>('sms-campaigns').has(id)) throw problem('ResourceNotFound')
}

function render(world: MailchimpWorld, id: string, wire: Readonly<Record<string, unknown>>, origin: string) {
  const text = typeof wire.message_body === 'string' ? wire.message_body : ''
  return {
    message_body: text,
    media: wire.media ?? [],
    estimated_segments: segmentsOf(text),
    merge_fields: [...new Set([...text.matchAll(/\*\|([A-Z0-9_:]+)\|\*/g)].map(([, tag = '']) => tag))],
    _links: linksOf(world.description, origin, CONTENT, [id]),
  }
}

/** The characters of GSM 03.38 that take one place, and those that take two. @source GSM 03.38, the default alphabet and its extension */
const ONE_PLACE = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]$/
const TWO_PLACES = /^[\f^{}\\[~\]|€]$/

/** How many messages a text takes: 160 places in one and 153 in each of several, or 70 and 67 where a character needs UCS-2. */
export function segmentsOf(text: string): number {
  const characters = [...text]
  const plain = characters.every((character) => ONE_PLACE.test(character) || TWO_PLACES.test(character))
  const places = plain
    ? characters.reduce((sum, character) => sum + (TWO_PLACES.test(character) ? 2 : 1), 0)
    : text.length
  const [alone, joined] = plain ? [160, 153] : [70, 67]
  if (places === 0) return 0
  return places <= alone ? 1 : Math.ceil(places / joined)
}
