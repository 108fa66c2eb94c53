import { problem } from '../errors.js'
import { linksOf } from '../resources/links.js'
import { keyOf, type ResourceRow } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'

/** A title that interests stand under. */
export interface InterestCategory extends ResourceRow {
  readonly categoryId: string
  readonly title: string
  readonly displayOrder: number
  readonly type: 'checkboxes' | 'dropdown' | 'radio' | 'hidden'
}

/** What members can be interested in. */
export interface Interest extends ResourceRow {
  readonly interestId: string
  readonly list: string
  readonly name: string
  readonly displayOrder: number
}

export const CATEGORY = '/3.0/lists/{list_id}/interest-categories/{interest_category_id}'
export const INTEREST = `${CATEGORY}/interests/{interest_id}`

/** @throws ResourceNotFound (404) */
export function findCategory(world: MailchimpWorld, list: string, id: string): InterestCategory {
  const category = world.interestCategories.find(keyOf(list, id))
  if (!category) throw problem('ResourceNotFound')
  return category
}

/** @throws ResourceNotFound (404) */
export function findInterest(world: MailchimpWorld, ...ids: readonly [string, string, string]): Interest {
  const interest = world.interests.find(keyOf(...ids))
  if (!interest) throw problem('ResourceNotFound')
  return interest
}

export function renderCategory(world: MailchimpWorld, row: InterestCategory, origin: string): Record<string, unknown> {
  return {
    list_id: row.parent,
    id: row.categoryId,
    title: row.title,
    display_order: row.displayOrder,
    type: row.type,
    _links: linksOf(world.description, origin, CATEGORY, [row.parent, row.categoryId]),
  }
}

export function renderInterest(world: MailchimpWorld, row: Interest, origin: string): Record<string, unknown> {
  const [list = '', category = ''] = row.id.split('/')
  const interested = world.members
    .where('parent', list)
    .filter(({ interests, status }) => status === 'subscribed' && interests[row.interestId] === true)
  return {
    category_id: category,
    list_id: list,
    id: row.interestId,
    name: row.name,
    // Text on the wire, though it is a number.
    subscriber_count: String(interested.length),
    display_order: row.displayOrder,
    _links: linksOf(world.description, origin, INTEREST, [list, category, row.interestId]),
  }
}
