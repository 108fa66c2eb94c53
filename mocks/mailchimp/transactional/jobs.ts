import type { MailchimpWorld } from '../world.js'
import { runExport } from './exports/export.js'
import { complainLater, deliver, sendLater } from './messages/send-out.js'
import { transactionalOf } from './transactional.js'
import { flush } from './webhooks/batch.js'

type Job = (data: Readonly<Record<string, unknown>>, world: MailchimpWorld) => void

/** What Transactional schedules, by name. */
export const transactionalJobs: Readonly<Record<string, Job>> = {
  'mandrill.send': ({ message }, world) => sendLater(transactionalOf(world), message),
  'mandrill.deliver': ({ message }, world) => deliver(transactionalOf(world), message),
  'mandrill.complain': ({ message }, world) => complainLater(transactionalOf(world), message),
  'mandrill.flush': ({ hook }, world) => flush(transactionalOf(world), hook),
  'mandrill.export': ({ id }, world) => runExport(transactionalOf(world), id),
}
