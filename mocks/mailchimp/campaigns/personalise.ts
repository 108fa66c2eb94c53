import { createHash } from 'node:crypto'
import { escapeMarkup } from '../../../src/engine/kit.js'
import { fullName, type Member } from '../members/member.js'
import { publicOrigin } from '../resources/public-origin.js'
import { keyOf } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'
import type { Campaign } from './campaign.js'

const HREF = /\bhref="(https?:\/\/[^"]+)"/gi

/** Gives each link in a campaign an id of its own, by which it is counted. */
export function registerLinks(world: MailchimpWorld, { id, content }: Campaign): void {
  for (const [, url = ''] of content.html.matchAll(HREF)) {
    const linkId = linkIdOf(id, url)
    const key = keyOf(id, linkId)
    if (world.campaignLinks.has(key)) continue
    world.campaignLinks.insert({ id: key, parent: id, linkId, url, clicks: 0, uniqueClicks: 0, lastClick: '' })
  }
}

function linkIdOf(campaign: string, url: string): string {
  return createHash('sha256').update(`${campaign} ${url}`).digest('hex').slice(0, 10)
}

/** What somebody gets: merge tags filled in, links that are counted, an image that tells of opening, and a way out. */
export function personalise(world: MailchimpWorld, campaign: Campaign, member: Member): string {
  const { origin, id } = campaign
  const base = publicOrigin(origin)
  const who = `u=${world.account.accountId}&id=${campaign.list}&e=${member.uniqueEmailId}&c=${id}`
  const unsubscribe = `${base}/unsubscribe?${who}`
  const counted = campaign.content.html.replace(HREF, (_whole, url: string) => {
    return `href="${escapeMarkup(`${base}/track/click?${who}&l=${linkIdOf(id, url)}`)}"`
  })
  const filled = fillTags(world, counted, campaign, member, unsubscribe)
  const footer = filled.includes(escapeMarkup(unsubscribe))
    ? ''
    : `<p><a href="${escapeMarkup(unsubscribe)}">Unsubscribe</a></p>`
  const pixel = `<img src="${escapeMarkup(`${base}/track/opened.gif?${who}`)}" height="1" width="1" alt="">`
  return `${filled}${footer}${pixel}`
}

/** `*|FNAME|*` and its like; a field that is empty has its default. @source https://mailchimp.com/help/all-the-merge-tags-cheat-sheet/ (read 2026-11) */
function fillTags(
  world: MailchimpWorld,
  html: string,
  campaign: Campaign,
  member: Member,
  unsubscribe: string,
): string {
  const list = world.lists.find(campaign.list)
  const fixed: Readonly<Record<string, string>> = {
    EMAIL: member.email,
    UNIQID: member.uniqueEmailId,
    UNSUB: unsubscribe,
    'MC:SUBJECT': campaign.settings.subject_line ?? '',
    'LIST:NAME': list?.settings.name ?? '',
    'LIST:COMPANY': String(list?.settings.contact.company ?? ''),
    'LIST:DESCRIPTION': list?.settings.permission_reminder ?? '',
    CURRENT_YEAR: world.now().slice(0, 4),
    MC_PREVIEW_TEXT: campaign.settings.preview_text ?? '',
    FULL_NAME: fullName(member),
  }
  return html.replace(/\*\|([A-Z0-9_:]+)\|\*/gi, (whole, tag: string) => {
    const name = tag.toUpperCase()
    const known = fixed[name]
    if (known !== undefined) return escapeMarkup(known)
    const field = world.mergeFields.where('parent', campaign.list).find(({ settings }) => settings.tag === name)
    return field ? escapeMarkup(valueText(member.mergeFields[name] || field.settings.default_value)) : whole
  })
}

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '')
  return Object.values(value).filter(Boolean).join(' ')
}
