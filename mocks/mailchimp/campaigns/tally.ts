import type { MailchimpWorld } from '../world.js'
import type { Tally } from './campaign.js'

export function changeTally(world: MailchimpWorld, campaign: string, change: (tally: Tally) => Partial<Tally>): void {
  const row = world.campaigns.find(campaign)
  if (row) world.campaigns.put({ ...row, tally: { ...row.tally, ...change(row.tally) } })
}
