import type { DeliveryRequest, DeliveryRow, Forgery } from '../../../src/engine/kit.js'
import type { MailchimpWorld } from '../world.js'
import { marketingRequest } from './request.js'
import { signatureHeader } from './signature.js'

export const FORGERIES: readonly Forgery[] = ['signature', 'secret', 'body', 'time', 'unsigned']
const HEADER = 'X-Mailchimp-Signature'

/** A delivery that its receiver should refuse. One that is not signed can only have another body. */
export function forge(delivery: DeliveryRow, world: MailchimpWorld, wallTime: number, how: Forgery): DeliveryRequest {
  const request = marketingRequest(delivery, world, wallTime)
  const { body } = request
  const t = Math.floor(wallTime / 1000)
  const { [HEADER]: signature, ...unsigned } = request.headers
  switch (how) {
    case 'unsigned':
      return { ...request, headers: unsigned }
    case 'body':
      return { ...request, body: `${body}&data%5Bemail%5D=somebody%40else.test` }
    case 'signature':
      return { ...request, headers: { ...unsigned, [HEADER]: `t=${t},v1=${'0'.repeat(64)}` } }
    case 'secret':
      return { ...request, headers: { ...unsigned, [HEADER]: signatureHeader(body, 'whsec_of_somebody_else', t) } }
    default:
      // The time is what the caller gave: long ago.
      return signature === undefined ? { ...request, headers: unsigned } : request
  }
}
