import type { EventRules } from '../../../src/engine/kit.js'
import { typesOf } from '../business-process/apply.js'
import type { EventRow } from '../business-process/event.js'
import type { WorkdayWorld } from '../world.js'

const MINUTE = 60_000
/** @unverified: the vendor's retries are not public */
const RETRIES = [MINUTE, 5 * MINUTE, 30 * MINUTE]

/**
 * Tells subscribers that a business process was completed, with the user and password that they gave: there is no signature, here
 * as in life. What is sent is the sandbox's own, and thin: a receiver calls Get_Workers for the rest.
 * @source facts B7 (read 2026-11-23) @unverified the payload
 */
export const outbound: EventRules<WorkdayWorld> = {
  table: 'transaction-log',
  record: ({ object }, world) => {
    const event = object as EventRow
    const types = typesOf(event.change)
    const wanted = (each: { readonly types: readonly string[] }) =>
      each.types.length === 0 || each.types.some((type) => types.includes(type))
    return world.subscriptions
      .all()
      .filter((each) => !each.disabled && wanted(each))
      .map(({ id, url }) => ({ event: event.id, endpoint: id, url }))
  },
  request: (delivery, world) => {
    const subscription = world.subscriptions.find(delivery.endpoint)
    const event = world.events.find(delivery.event)
    const worker = event && world.workers.find(event.worker)
    const body = {
      sandboxDefined: true,
      tenant: world.tenant,
      transactionTypes: event ? typesOf(event.change) : [],
      event: event?.id,
      worker: worker && { id: worker.id, reference: worker.reference },
      effectiveDate: event?.effective,
      entryMoment: event && new Date(event.completed ?? event.initiated).toISOString(),
    }
    const basic = Buffer.from(`${subscription?.userName ?? ''}:${subscription?.password ?? ''}`).toString('base64')
    return {
      method: 'POST',
      url: delivery.url,
      headers: { 'Content-Type': 'application/json', Authorization: `Basic ${basic}` },
      body: JSON.stringify(body),
    }
  },
  retryAfter: (attempts) => RETRIES[attempts - 1],
  wanted: ({ endpoint }, world) => world.subscriptions.find(endpoint)?.disabled === false,
  accepts: (status) => status >= 200 && status < 300,
  timeout: 30_000,
  subscribe: (url, world, chance, kept) => {
    const id = world.newWid()
    const password = kept ?? chance.base62(24)
    world.subscriptions.insert({
      id,
      reference: `SUB_${world.nextNumber('subscription', 1)}`,
      types: [],
      url,
      userName: 'workday',
      password,
      disabled: false,
    })
    return { endpoint: id, secret: password }
  },
  unsubscribe: (endpoint, world) => {
    world.subscriptions.delete(endpoint)
  },
  secrets: (endpoint, world) => {
    const row = world.subscriptions.find(endpoint)
    return row ? [row.password] : []
  },
  endpoints: (world) =>
    world.subscriptions.all().map(({ id, url, types, disabled }) => ({
      id,
      url,
      events: types.length > 0 ? types : ['*'],
      enabled: !disabled,
    })),
}
