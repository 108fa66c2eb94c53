import type { Call } from '../../../src/engine/kit.js'
import { invalidRequest } from '../errors.js'
import { isPublishable } from './seen-by-page.js'

/** What Stripe calls each in its errors. */
const NAMES = { payment_intent: 'PaymentIntent', setup_intent: 'SetupIntent', source: 'Source' } as const

/**
 * A page that asks for an Intent or a source must know its client secret; who gives one must give the right one.
 * @throws payment_intent_invalid_parameter (400) where it is another's, 401 where a page gives none
 * @source as `seenByPage` for a PaymentIntent's wrong secret; @unverified a SetupIntent's and a source's, and the answer to none
 */
export function checkClientSecret(
  asked: { readonly object: keyof typeof NAMES; readonly client_secret: string | null },
  given: string | undefined,
  call: Pick<Call, 'caller'>,
): void {
  if (given === undefined ? !isPublishable(call.caller) : given === asked.client_secret) return
  const name = NAMES[asked.object]
  const code = asked.object === 'source' ? {} : { code: `${asked.object}_invalid_parameter` }
  throw invalidRequest(`The client_secret provided does not match the client_secret associated with the ${name}.`, {
    param: 'client_secret',
    ...(given === undefined ? { status: 401 } : code),
  })
}
