import { finishExport } from './account-exports/account-export.js'
import { sendAutomation } from './automations/queue.js'
import { expireBatch, runBatch } from './batches/run.js'
import { beginSending, sendPart } from './campaigns/send-job.js'
import { transactionalJobs } from './transactional/jobs.js'
import type { MailchimpWorld } from './world.js'

type Job = (data: Readonly<Record<string, unknown>>, world: MailchimpWorld) => void

/** What is scheduled, by name. */
export const jobs: Readonly<Record<string, Job>> = {
  'run-batch': ({ batch }, world) => runBatch(world, String(batch)),
  'expire-batch': ({ batch }, world) => expireBatch(world, String(batch)),
  'send-campaign': ({ campaign }, world) => beginSending(world, String(campaign)),
  'send-campaign-part': (data, world) => sendPart(world, data as unknown as Parameters<typeof sendPart>[1]),
  'send-automation': ({ entry }, world) => sendAutomation(world, String(entry)),
  'finish-export': (data, world) => finishExport(world, String(data.export)),
  ...transactionalJobs,
}
