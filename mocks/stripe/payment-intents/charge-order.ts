import type { Charge, Metadata, PaymentIntent, PaymentMethod } from '../api.js'
import type { ChargeOrder } from '../charges/charge.js'
import { type Door, pagesOrigin } from '../pages/origin.js'
import type { CardSecrets } from '../test-cards/card-secrets.js'
import { connectFields } from './connect.js'

interface Means {
  readonly method: PaymentMethod
  readonly secrets: CardSecrets
  readonly call: Door
}

/** What a charge for a PaymentIntent is to be: captured at once, without 3D Secure, unless its maker says otherwise. */
export function orderOf(intent: PaymentIntent, { method, secrets, call }: Means): ChargeOrder {
  return {
    amount: intent.amount,
    currency: intent.currency,
    method,
    secrets,
    capture: true,
    customer: intent.customer as string | null,
    intent: intent.id,
    description: intent.description,
    metadata: intent.metadata as Metadata,
    receiptEmail: intent.receipt_email,
    shipping: intent.shipping as Charge['shipping'],
    statementDescriptor: intent.statement_descriptor,
    statementDescriptorSuffix: intent.statement_descriptor_suffix,
    transferGroup: intent.transfer_group,
    ...connectFields(intent),
    authenticated: false,
    incremental: false,
    origin: pagesOrigin(call),
  }
}
