import type { Recipient } from '../campaigns/campaign.js'
import { linksOf } from '../resources/links.js'
import { windowed } from '../resources/paging.js'
import type { MailchimpWorld } from '../world.js'
import { findSent } from './report.js'

interface Listing {
  /** Path of the list, from the report on. */
  readonly path: string
  /** What the list is called in the answer. */
  readonly name: string
  readonly filter?: (recipient: Recipient) => boolean
  readonly line: (recipient: Recipient) => Record<string, unknown>
  readonly more?: Record<string, unknown>
}

/** A part of a report that has a line for each of those it was sent to, or for some of them. */
export function listLines(
  world: MailchimpWorld,
  campaign: string,
  query: object,
  origin: string,
  { path, name, filter, line, more }: Listing,
): Record<string, unknown> {
  const { id } = findSent(world, campaign)
  const rows = filter ? world.recipients.where('parent', id).filter(filter) : world.recipients.where('parent', id)
  const template = `/3.0/reports/{campaign_id}/${path}`
  return {
    [name]: windowed(rows, query).map((row) => ({
      ...line(row),
      _links: linksOf(world.description, origin, `${template}/{subscriber_hash}`, [id, row.hash]),
    })),
    campaign_id: id,
    total_items: rows.length,
    ...more,
    _links: linksOf(world.description, origin, template, [id]),
  }
}
