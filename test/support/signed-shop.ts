import { createHmac } from 'node:crypto'
import type { DeliveryRequest, Forgery, Vendor, VendorWorld } from '../../src/engine/kit.js'
import { toyShop } from './toy-shop.js'

type Rules = NonNullable<Vendor['events']>

/** The toy shop, with webhooks that carry their object and are signed: `<milliseconds> <hmac>`. */
export function signedShop(): Vendor {
  const shop = toyShop('shop')
  const events = shop.events as Rules
  const body = ({ event }: { event: string }, world: unknown) =>
    JSON.stringify((world as VendorWorld).table('events').find(event))
  const secret = (endpoint: string, world: unknown) => events.secrets?.(endpoint, world)[0] ?? ''
  const send = (url: string, text: string, signature?: string): DeliveryRequest => ({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...(signature !== undefined && { signature }) },
    body: text,
  })
  const forge = (
    { url, endpoint, event }: { url: string; endpoint: string; event: string },
    world: unknown,
    wallTime: number,
    how: Forgery,
  ) => {
    const text = body({ event }, world)
    const good = sign(secret(endpoint, world), wallTime, text)
    if (how === 'unsigned') return send(url, text)
    if (how === 'signature') return send(url, text, `${wallTime} ${'0'.repeat(64)}`)
    if (how === 'secret') return send(url, text, sign('another secret', wallTime, text))
    return how === 'body' ? send(url, text.replace('thing_', 'thing_x'), good) : send(url, text, good)
  }
  return {
    ...shop,
    events: {
      ...events,
      request: (delivery, world, wallTime) => {
        const text = body(delivery, world)
        return send(delivery.url, text, sign(secret(delivery.endpoint, world), wallTime, text))
      },
      forgeries: ['unsigned', 'signature', 'secret', 'body', 'time'],
      forge,
    },
  }
}

export function sign(secret: string, wallTime: number, text: string): string {
  return `${wallTime} ${createHmac('sha256', secret).update(`${wallTime} ${text}`).digest('hex')}`
}
