import { transactionalJobs } from './transactional/jobs.js'
import type { MailchimpWorld } from './world.js'

/** What is scheduled, by name. */
export const jobs: Readonly<Record<string, (data: Readonly<Record<string, unknown>>, world: MailchimpWorld) => void>> =
  {
    ...transactionalJobs,
  }
