import { fail } from '../errors.js'
import type { RecordRow } from '../records/record.js'
import type { SalesforceWorld } from '../world.js'
import type { ObjectRule, Saving } from './rule.js'

/**
 * A product has a standard price before it has others, and one price in each price book.
 * @throws STANDARD_PRICE_NOT_DEFINED, DUPLICATE_VALUE (400)
 * @source facts part B (read 2026-11-23)
 */
export const pricebookEntry: ObjectRule = {
  prepare: ({ world, draft, before }) => {
    const product = world.live('Product2', String(draft.Product2Id))
    const book = world.live('Pricebook2', String(draft.Pricebook2Id))
    draft.Name = product?.Name ?? null
    draft.ProductCode = product?.ProductCode ?? null
    draft.UseStandardPrice ??= false
    draft.IsActive ??= false
    if (before) return
    const prices = world
      .records('PricebookEntry')
      .where('Product2Id', draft.Product2Id)
      .filter((row) => !row.IsDeleted)
    if (prices.some((row) => row.Pricebook2Id === draft.Pricebook2Id)) {
      throw fail(400, 'DUPLICATE_VALUE', 'This price definition already exists in this price book', ['Pricebook2Id'])
    }
    if (!book?.IsStandard && !prices.some((row) => isStandard(world, row))) {
      throw fail(400, 'STANDARD_PRICE_NOT_DEFINED', 'No standard price defined for this product', [])
    }
  },
}

function isStandard(world: SalesforceWorld, price: RecordRow): boolean {
  return world.live('Pricebook2', String(price.Pricebook2Id))?.IsStandard === true
}

/**
 * A product of an opportunity: its price comes of the price book's entry, and the opportunity's amount is the sum of its products.
 * @throws FIELD_INTEGRITY_EXCEPTION (400)
 * @source facts part B (read 2026-11-23)
 */
export const opportunityLineItem: ObjectRule = {
  prepare: ({ world, draft, before }) => {
    const entry = world.live('PricebookEntry', String(draft.PricebookEntryId))
    const deal = world.live('Opportunity', String(draft.OpportunityId))
    if (!before && entry && deal) joinBook(world, deal, entry)
    draft.Product2Id ??= entry?.Product2Id ?? null
    draft.Name = entry?.Name ?? null
    draft.ProductCode = entry?.ProductCode ?? null
    draft.ListPrice = entry?.UnitPrice ?? null
    price(draft, before)
  },
  saved: ({ world, draft }) => rollUp(world, String(draft.OpportunityId)),
  deleted: (world, row) => rollUp(world, String(row.OpportunityId)),
}

/** The first product decides the opportunity's price book; others must be of the same. */
function joinBook(world: SalesforceWorld, deal: RecordRow, entry: RecordRow): void {
  const book = deal.Pricebook2Id ?? null
  if (book === null) {
    world.records('Opportunity').update(deal.id, { Pricebook2Id: entry.Pricebook2Id ?? null })
  } else if (book !== entry.Pricebook2Id) {
    throw fail(
      400,
      'FIELD_INTEGRITY_EXCEPTION',
      'pricebook entry is in a different pricebook than the one assigned to the opportunity',
      ['PricebookEntryId'],
    )
  }
}

/** Unit price and total price follow of each other by the quantity. */
function price(draft: Saving['draft'], before: RecordRow | undefined): void {
  const quantity = Number(draft.Quantity ?? 0)
  const totalGiven = typeof draft.TotalPrice === 'number' && draft.TotalPrice !== before?.TotalPrice
  if (totalGiven) draft.UnitPrice = quantity === 0 ? 0 : Number(draft.TotalPrice) / quantity
  draft.UnitPrice ??= draft.ListPrice ?? 0
  draft.TotalPrice = Number(draft.UnitPrice) * quantity
}

function rollUp(world: SalesforceWorld, opportunityId: string): void {
  const deal = world.live('Opportunity', opportunityId)
  if (!deal) return
  const lines = world
    .records('OpportunityLineItem')
    .where('OpportunityId', opportunityId)
    .filter((row) => !row.IsDeleted)
  const total = lines.reduce((sum, { TotalPrice }) => sum + Number(TotalPrice ?? 0), 0)
  const has = lines.length > 0
  const revenue = has ? { Amount: total, ExpectedRevenue: Math.round(total * Number(deal.Probability ?? 0)) / 100 } : {}
  world
    .records('Opportunity')
    .update(opportunityId, { HasOpportunityLineItem: has, ...revenue, SystemModstamp: world.now() })
}
