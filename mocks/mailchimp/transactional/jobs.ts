import type { MailchimpWorld } from '../world.js'

/** What Transactional schedules, by name. */
export const transactionalJobs: Readonly<
  Record<string, (data: Readonly<Record<string, unknown>>, world: MailchimpWorld) => void>
> = {}
