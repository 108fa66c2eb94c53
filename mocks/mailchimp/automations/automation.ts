import { problem } from '../errors.js'
import type { ApiResource } from '../resources/api-resource.js'
import { keyOf } from '../resources/row.js'
import type { MailchimpWorld } from '../world.js'

/** Somebody who waits for an email of an automation. */
export interface AutomationQueueEntry extends ApiResource {
  readonly hash: string
  readonly done: boolean
}

export const AUTOMATION = '/3.0/automations/{workflow_id}'

/** @throws ResourceNotFound (404) */
export function findAutomation(world: MailchimpWorld, id: string): ApiResource {
  const row = world.automations.find(id)
  if (!row) throw problem('ResourceNotFound')
  return row
}

/** @throws ResourceNotFound (404) */
export function findEmail(world: MailchimpWorld, workflow: string, id: string): ApiResource {
  const row = world.automationEmails.find(keyOf(workflow, id))
  if (!row) throw problem('ResourceNotFound')
  return row
}

/** The audience that an automation writes to. */
export function audienceOf({ wire }: ApiResource): string {
  const { list_id: list } = (wire.recipients ?? {}) as { list_id?: unknown }
  return typeof list === 'string' ? list : ''
}

export function setStatus(world: MailchimpWorld, row: ApiResource, status: 'paused' | 'sending' | 'save'): void {
  const table = row.parent === '' ? world.automations : world.automationEmails
  const started = status === 'sending' ? { start_time: world.now() } : {}
  table.put({ ...row, wire: { ...row.wire, status, ...started } })
}
