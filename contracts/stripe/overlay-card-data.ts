import type { PathItem, Schema } from '../document.js'

/**
 * `payment_method_data` may describe a card, as `POST /v1/payment_methods` does. Neither the SDK nor Stripe's own document
 * says so, but Stripe.js and the mobile SDKs send it and the API takes it.
 * @unverified for a server's key: seen in requests of Stripe's own front ends
 */
export function acceptCardData(paths: Record<string, PathItem>): void {
  const card = bodyOf(paths['/v1/payment_methods'])?.properties?.card
  if (!card) throw new Error('POST /v1/payment_methods describes no card any more')
  for (const item of Object.values(paths)) {
    const data = bodyOf(item)?.properties?.payment_method_data
    const type = data?.properties?.type
    if (!data?.properties || !type?.enum || type.enum.includes('card')) continue
    data.properties = sorted({ ...data.properties, card, type: { ...type, enum: [...type.enum, 'card'].sort() } })
  }
}

function bodyOf(item: PathItem | undefined): Schema | undefined {
  const { content = {} } = item?.post?.requestBody ?? {}
  return Object.values(content)[0]?.schema
}

function sorted(properties: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)))
}
