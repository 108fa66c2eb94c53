import type { PathItem, Schema } from '../document.js'

const TAKERS = ['/v1/charges', '/v1/customers', '/v1/customers/{customer}', '/v1/customers/{customer}/sources']
const BANK_ACCOUNT = [
  'account_holder_name',
  'account_holder_type',
  'account_number',
  'country',
  'currency',
  'routing_number',
]

/**
 * A `source` may be a card or a bank account given whole, not only the id of a token; the SDK's declarations know the id alone.
 * @source https://github.com/stripe/stripe-node/issues/282; https://docs.stripe.com/api/cards/create (read 2026-11): such a hash says its `object`
 * @unverified that a charge still takes one
 */
export function acceptRawSources(paths: Record<string, PathItem>): void {
  const card = (bodyOf(paths['/v1/tokens']).card?.anyOf ?? []).find(({ properties }) => properties?.number)
  if (!card?.properties) throw new Error('POST /v1/tokens describes no card any more')
  const text: Schema = { type: 'string', maxLength: 5000 }
  const properties: Record<string, Schema> = {
    ...card.properties,
    ...Object.fromEntries(BANK_ACCOUNT.map((name) => [name, text])),
    metadata: { type: 'object', additionalProperties: { type: 'string', maxLength: 500 } },
    object: { type: 'string', enum: ['bank_account', 'card'] },
  }
  const sorted = Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)))
  const whole: Schema = { type: 'object', properties: sorted, required: ['object'], additionalProperties: false }
  for (const path of TAKERS) {
    const body = bodyOf(paths[path])
    if (!body.source) throw new Error(`POST ${path} takes no source any more`)
    body.source = { anyOf: [whole, body.source] }
  }
}

function bodyOf(item: PathItem | undefined): Record<string, Schema> {
  const { content = {} } = item?.post?.requestBody ?? {}
  return Object.values(content)[0]?.schema.properties ?? {}
}
