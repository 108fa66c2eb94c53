import { behaviour, type Metadata } from '../api.js'
import { notModelled } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { checkCompletion, completionOf, linkOf } from './create.js'

const SIMULATED = new Set([
  'active',
  'after_completion',
  'allow_promotion_codes',
  'customer_creation',
  'expand',
  'inactive_message',
  'metadata',
  'restrictions',
  'submit_type',
])

/**
 * Updates a payment link; sessions that it has opened stay as they are.
 * @throws resource_missing (404), other fields (501)  @emits payment_link.updated
 * @source https://docs.stripe.com/api/payment-link/update (read 2026-11-24)
 */
export const updatePaymentLink = behaviour('POST /v1/payment_links/{payment_link}', ({ params, body = {} }, world) => {
  const link = linkOf(world, params.payment_link)
  const other = Object.keys(body).find((name) => !SIMULATED.has(name))
  if (other !== undefined) throw notModelled(`changing \`${other}\` of a payment link`)
  checkCompletion(body.after_completion)
  const { restrictions } = body
  const limit = restrictions === undefined || restrictions === '' ? undefined : restrictions.completed_sessions.limit
  const updated = world.paymentLinks.update(link.id, {
    active: body.active ?? link.active,
    allow_promotion_codes: body.allow_promotion_codes ?? link.allow_promotion_codes,
    customer_creation: body.customer_creation ?? link.customer_creation,
    inactive_message: body.inactive_message === undefined ? link.inactive_message : body.inactive_message || null,
    metadata: mergeMetadata(link.metadata as Metadata, body.metadata),
    submit_type: body.submit_type ?? link.submit_type,
    ...(body.after_completion && { after_completion: completionOf(body.after_completion) }),
    ...(restrictions === '' && { restrictions: null }),
    ...(limit !== undefined && {
      restrictions: { completed_sessions: { count: link.restrictions?.completed_sessions.count ?? 0, limit } },
    }),
  })
  world.emit('payment_link.updated', updated, link)
  return updated
})
