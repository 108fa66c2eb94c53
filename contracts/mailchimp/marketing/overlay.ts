import type { PathItem, Schema } from '../../document.js'

const text: Schema = { type: 'string' }
const flag: Schema = { type: 'boolean' }

/** The schemas that an operation takes and answers, and those of the items of a list that it answers. */
type Resolve = (schema: Schema) => Schema

/** What is newer than 3.0.55: signing of webhooks, and types of merge fields that it leaves out. @source facts A1 (read 2026-11-23) */
export function applyOverlay(paths: Record<string, PathItem>, resolve: Resolve): void {
  for (const path of ['/3.0/lists/{list_id}/webhooks', '/3.0/batch-webhooks']) signing(paths, path, resolve)
  const webhooks = body(paths['/3.0/lists/{list_id}/webhooks'], 'post', resolve)
  // An endpoint without a URL is none, though the source does not say so.
  webhooks.required = ['url']
  smsEvents(paths, resolve)
  mergeFieldTypes(paths, resolve)
  const orders = paths['/3.0/ecommerce/stores/{store_id}/orders']
  // The cart that became the order.
  for (const schema of [body(orders, 'post', resolve), answer(orders, 'post', resolve)]) {
    schema.properties = { ...schema.properties, cart_id: text }
  }
  // `sync_tags` means the tags of each member, which the source does not describe.
  const batch = body(paths['/3.0/lists/{list_id}'], 'post', resolve).properties?.members?.items
  const member = batch && resolve(batch)
  if (member) member.properties = { ...member.properties, tags: { type: 'array', items: text } }
  // Of an update the source says that conditions are lists of conditions; they are the same as of a new segment.
  const update = schemaOf(paths['/3.0/lists/{list_id}/segments/{segment_id}']?.patch?.requestBody?.content, resolve)
  const made = body(paths['/3.0/lists/{list_id}/segments'], 'post', resolve).properties?.options
  if (made) update.properties = { ...update.properties, options: made }
}

function signing(paths: Record<string, PathItem>, path: string, resolve: Resolve): void {
  const request = body(paths[path], 'post', resolve)
  request.properties = { ...request.properties, signing_enabled: flag }
  const item = Object.keys(paths).find((other) => other.startsWith(`${path}/{`)) ?? ''
  const answers = [
    answer(paths[path], 'post', resolve),
    answer(paths[item], 'get', resolve),
    answer(paths[item], 'patch', resolve),
  ]
  const list = answer(paths[path], 'get', resolve)
  const items = list.properties?.webhooks?.items
  if (items) answers.push(resolve(items))
  for (const schema of new Set(answers)) {
    schema.properties = { ...schema.properties, signing_enabled: flag, signing_secret: text }
    schema.required = [...(schema.required ?? []), 'signing_enabled', 'signing_secret']
  }
}

const SMS_EVENTS = ['sms_subscribe', 'sms_unsubscribe', 'upsms', 'sms_campaign']

/** What is told of telephone numbers, beside what is told of addresses. @source facts A1, list webhooks (read 2026-11-23) */
function smsEvents(paths: Record<string, PathItem>, resolve: Resolve): void {
  const path = '/3.0/lists/{list_id}/webhooks'
  const item = `${path}/{webhook_id}`
  const list = answer(paths[path], 'get', resolve).properties?.webhooks?.items
  const change = schemaOf(paths[item]?.patch?.requestBody?.content, resolve)
  const answers = [
    answer(paths[path], 'post', resolve),
    answer(paths[item], 'get', resolve),
    ...(list ? [resolve(list)] : []),
  ]
  for (const { properties } of [body(paths[path], 'post', resolve), change, ...answers]) {
    const events = properties?.events && resolve(properties.events)
    if (events)
      events.properties = { ...events.properties, ...Object.fromEntries(SMS_EVENTS.map((name) => [name, flag])) }
  }
}

function mergeFieldTypes(paths: Record<string, PathItem>, resolve: Resolve): void {
  const path = '/3.0/lists/{list_id}/merge-fields'
  const list = answer(paths[path], 'get', resolve)
  const items = list.properties?.merge_fields?.items
  const schemas = [
    body(paths[path], 'post', resolve),
    answer(paths[path], 'post', resolve),
    answer(paths[`${path}/{merge_id}`], 'get', resolve),
    answer(paths[`${path}/{merge_id}`], 'patch', resolve),
    ...(items ? [resolve(items)] : []),
  ]
  for (const { properties } of new Set(schemas)) {
    const type = properties?.type
    if (type?.enum && !type.enum.includes('birthday')) type.enum = [...type.enum, 'birthday', 'zip']
  }
}

function body(item: PathItem | undefined, verb: 'post', resolve: Resolve): Schema {
  return schemaOf(item?.[verb]?.requestBody?.content, resolve)
}

function answer(item: PathItem | undefined, verb: 'get' | 'post' | 'patch', resolve: Resolve): Schema {
  return schemaOf(item?.[verb]?.responses['200']?.content, resolve)
}

function schemaOf(content: Record<string, { schema: Schema }> | undefined, resolve: Resolve): Schema {
  const schema = content?.['application/json']?.schema
  if (!schema) throw new Error('the Marketing description lacks an operation that the overlay changes')
  return resolve(schema)
}
