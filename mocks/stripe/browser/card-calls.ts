import { callApi } from './api.js'
import { type Outcome, send } from './confirm.js'
import { Element, type Setting } from './element.js'
import { Elements } from './elements.js'
import { IntegrationError, notSimulated } from './integration-error.js'
import type { StripeError } from './messages.js'
import { intentOf, type Named } from './secret.js'

interface CardData {
  readonly payment_method?:
    | string
    | { readonly card?: unknown; readonly billing_details?: object; readonly metadata?: object }
  readonly [name: string]: unknown
}

/** `confirmCardPayment` and `confirmCardSetup`. */
export function confirmCard(
  setting: Setting,
  kind: Named['kind'],
  caller: string,
  secret: string,
  data: CardData = {},
  { handleActions = true }: { readonly handleActions?: boolean } = {},
): Promise<Outcome> {
  const named = intentOf(secret, caller, kind)
  const { payment_method: method, ...rest } = data
  // Cards never leave the page, but the API wants to know where to for methods that do.
  const form = { return_url: location.href, ...rest }
  if (method === undefined || typeof method === 'string') {
    return send(setting, named, { ...form, ...(method && { payment_method: method }) }, undefined, handleActions)
  }
  const { card, ...details } = method
  if (card instanceof Element)
    return send(setting, named, { ...form, payment_method_data: details }, card, handleActions)
  const token = (card as { token?: unknown } | undefined)?.token
  if (typeof token === 'string') {
    const data = { ...details, type: 'card', card: { token } }
    return send(setting, named, { ...form, payment_method_data: data }, undefined, handleActions)
  }
  throw new IntegrationError(`${caller}: \`payment_method.card\` must be a card Element or { token }.`)
}

interface MethodInput {
  readonly elements?: unknown
  readonly params?: { readonly billing_details?: object; readonly metadata?: object }
  readonly type?: string
  readonly card?: unknown
  readonly [name: string]: unknown
}

interface MethodOutcome {
  readonly paymentMethod?: unknown
  readonly error?: StripeError
}

/** `createPaymentMethod`, of Elements or of a card Element or token. */
export async function createMethod(setting: Setting, input: MethodInput): Promise<MethodOutcome> {
  const path = '/v1/payment_methods'
  if (input.elements instanceof Elements) {
    const { deferred, submitted } = input.elements
    if (deferred && !submitted)
      throw new IntegrationError('elements.submit() must be called before stripe.createPaymentMethod().')
    return method(
      await input.elements.paying().ask({ what: 'send', path, form: { type: 'card', ...input.params }, at: 'card' }),
    )
  }
  const { card, ...form } = input
  if (input.type !== 'card') throw notSimulated(`stripe.createPaymentMethod({ type: '${input.type}' })`)
  if (card instanceof Element) return method(await card.ask({ what: 'send', path, form, at: 'card' }))
  const token = (card as { token?: unknown } | undefined)?.token
  if (typeof token !== 'string')
    throw new IntegrationError('stripe.createPaymentMethod(): `card` must be a card Element or { token }.')
  return method(await callApi(setting.api, setting.key, 'POST', path, { ...form, card: { token } }))
}

function method({ error, result }: { error?: StripeError; result?: unknown }): MethodOutcome {
  return error ? { error } : { paymentMethod: result }
}

/** `createToken` of a card Element. */
export async function createToken(element: unknown): Promise<{ token?: unknown; error?: StripeError }> {
  if (!(element instanceof Element)) throw notSimulated('stripe.createToken() of anything but a card Element')
  const { error, result } = await element.ask({ what: 'send', path: '/v1/tokens', form: {}, at: 'card' })
  return error ? { error } : { token: result }
}
