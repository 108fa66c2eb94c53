import type { Operation, PathItem, Schema } from '../../../document.js'
import { anyText, loose } from '../../schemas.js'
import { accountSchemas, accounts } from './accounts.js'
import { messageSchemas, messages } from './messages.js'
import { rejects } from './rejects.js'
import type { Overlay, OverlayOperation } from './schema.js'
import { senderSchemas, senders } from './senders.js'
import { templateSchemas, templates } from './templates.js'
import { transport, transportSchemas } from './transport.js'

/** What 1.0 lacks or says otherwise: operations since then, what a body needs, and what an answer always has. */
export const overlay: Overlay = { ...messages, ...templates, ...rejects, ...senders, ...accounts, ...transport }

export const overlaySchemas: Readonly<Record<string, Schema>> = {
  ...messageSchemas,
  ...templateSchemas,
  ...senderSchemas,
  ...accountSchemas,
  ...transportSchemas,
}

/**
 * Lays the overlay over the operations of 1.0. Fields that only 1.0 has stay, and may be null; what else a body holds is passed
 * over, as the API does.
 * @unverified which fields of an answer are always there, beyond those that version 1.4 of the vendor's description requires
 */
export function withOverlay(
  paths: Readonly<Record<string, PathItem>>,
  schemaOf: (name: Schema) => Schema,
): Record<string, PathItem> {
  const out: Record<string, PathItem> = { ...paths }
  for (const [name, said] of Object.entries(overlay)) {
    const path = `/api/1.0/${name}`
    out[path] = { post: operation(name, said, out[path]?.post, schemaOf) }
  }
  return out
}

function operation(
  name: string,
  { needs = [], body = {}, answer }: OverlayOperation,
  base: Operation | undefined,
  schemaOf: (schema: Schema) => Schema,
): Operation {
  const described = base?.requestBody?.content['application/json']?.schema
  const fields = Object.keys((described && schemaOf(described).properties) ?? {})
  const others = Object.fromEntries(fields.map((field) => [field, {}]))
  const schema = loose({ ...others, key: anyText, ...body }, needs)
  return {
    operationId: base?.operationId ?? name.replace('/', '.'),
    requestBody: { required: false, content: { 'application/json': { schema } } },
    responses: { '200': { description: '', content: { 'application/json': { schema: answer } } } },
  }
}
