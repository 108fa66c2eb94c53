import { behaviour, type Charge, type Metadata } from '../api.js'
import { shippingOf } from '../customers/shipping.js'
import { mergeMetadata } from '../metadata.js'

/** @throws resource_missing (404)  @emits charge.updated  @source https://docs.stripe.com/api/charges/update (read 2026-11-24) */
export const updateCharge = behaviour('POST /v1/charges/{charge}', ({ params, body = {} }, world) => {
  const charge = world.charges.get(params.charge, 'charge')
  if (body.customer !== undefined) world.customers.named(body.customer, 'customer')
  const updated = world.charges.update(charge.id, {
    customer: body.customer ?? charge.customer,
    description: body.description ?? charge.description,
    ...(body.fraud_details !== undefined && { fraud_details: body.fraud_details as Charge['fraud_details'] & {} }),
    metadata: mergeMetadata(charge.metadata as Metadata, body.metadata),
    receipt_email: body.receipt_email ?? charge.receipt_email,
    ...(body.shipping !== undefined && { shipping: shippingOf(body.shipping, null) as Charge['shipping'] }),
    transfer_group: body.transfer_group ?? charge.transfer_group,
  })
  world.emit('charge.updated', updated, charge)
  return updated
})
