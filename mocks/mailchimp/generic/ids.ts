import type { MailchimpWorld } from '../world.js'

/** Times that a new row has from the beginning. */
export function isTime(name: string): boolean {
  return /^(?:created_at|updated_at|create_time|date_created|started|verification_sent)$/.test(name)
}

/** The id that a request gives its row itself: those of shops do, and domains are called by their name. */
export function ownIdOf(item: string, sent: Readonly<Record<string, unknown>>): string | undefined {
  if (item.startsWith('/3.0/ecommerce/') && typeof sent.id === 'string' && sent.id !== '') return sent.id
  if (item.startsWith('/3.0/connected-sites/') && typeof sent.foreign_id === 'string') return sent.foreign_id
  if (item.startsWith('/3.0/verified-domains/') && typeof sent.verification_email === 'string') {
    return sent.verification_email.split('@')[1]
  }
  return undefined
}

/** Name and value of a new id: that of the path's parameter where the row has such a field, a number where it is one. */
export function newIdFor(world: MailchimpWorld, item: string): [name: string, id: string | number] {
  const parameter = /\{([^}]+)\}$/.exec(item)?.[1] ?? 'id'
  const schema = world.description.operation(`GET ${item}`)?.success?.schema
  const { properties = {} } = schema ? world.description.resolve(schema) : {}
  const name = properties[parameter] ? parameter : 'id'
  const type = properties[name] && world.description.resolve(properties[name]).type
  return [name, type === 'integer' ? world.nextNumber(item) : world.port.random.hex(10)]
}
