import { behaviour, type Metadata } from '../api.js'
import { cardOfToken, keepCard } from '../customers/sources/given-card.js'
import { invalidRequest, notModelled } from '../errors.js'
import { billingDetails } from '../payment-methods/payment-method.js'
import { ownerOf, sourceCard } from './source.js'

/** Parameters of other kinds of sources, and of copies for connected accounts. */
const OF_OTHERS = ['flow', 'mandate', 'original_source', 'receiver', 'redirect', 'source_order'] as const

/**
 * Makes a source of a card, by its token. It can be charged at once.
 * @throws parameter_missing, resource_missing, token_already_used (400), other types (501)  @emits source.chargeable
 * @source https://docs.stripe.com/api/sources/create (read 2026-11-24); the form as in an event of 2019 that others publish
 */
export const createSourceObject = behaviour('POST /v1/sources', ({ body = {} }, world) => {
  const { token, type = token?.startsWith('tok_') ? 'card' : undefined, customer } = body
  if (type === undefined)
    throw invalidRequest('Missing required param: type.', { code: 'parameter_missing', param: 'type' })
  const other = customer !== undefined ? 'customer' : OF_OTHERS.find((name) => body[name] !== undefined)
  if (type !== 'card' || other) throw notModelled(other ? `sources with \`${other}\`` : `sources of type '${type}'`)
  if (token === undefined)
    throw invalidRequest('Missing required param: token.', { code: 'parameter_missing', param: 'token' })
  const given = cardOfToken(world, token, 'token')
  const made = keepCard(world, { ...given, id: world.id('src') })
  const method = world.paymentMethods.update(made.id, {
    billing_details: billingDetails(body.owner, made.billing_details),
    ...(made.card && { card: { ...made.card, checks: unchecked(made.billing_details.address, given.facts.cvcGiven) } }),
  })
  const source = world.sources.insert({
    id: method.id,
    object: 'source',
    allow_redisplay: 'unspecified',
    amount: body.amount ?? null,
    card: sourceCard(method, given.facts.outcome),
    client_secret: `src_client_secret_${world.port.random.base62(24)}`,
    created: world.now(),
    currency: body.currency?.toLowerCase() ?? null,
    flow: 'none',
    livemode: false,
    metadata: { ...(body.metadata as Metadata | undefined) },
    owner: ownerOf(method.billing_details),
    statement_descriptor: body.statement_descriptor ?? null,
    status: 'chargeable',
    type: 'card',
    usage: body.usage ?? 'reusable',
  })
  world.emit('source.chargeable', source)
  return source
})

/** What there is to check is checked when the source is attached or charged. */
function unchecked(
  address: { readonly line1: string | null; readonly postal_code: string | null } | null,
  cvcGiven: boolean,
) {
  return {
    address_line1_check: address?.line1 ? 'unchecked' : null,
    address_postal_code_check: address?.postal_code ? 'unchecked' : null,
    cvc_check: cvcGiven ? 'unchecked' : null,
  }
}
