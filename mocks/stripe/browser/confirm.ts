import { callApi } from './api.js'
import { challenge } from './challenge.js'
import type { Element, Setting } from './element.js'
import type { Elements } from './elements.js'
import { IntegrationError, notSimulated } from './integration-error.js'
import type { Intent, StripeError } from './messages.js'
import { intentOf, type Named } from './secret.js'

/** What a confirmation ends with: the intent under its own name, or an error. */
export interface Outcome {
  readonly paymentIntent?: Intent
  readonly setupIntent?: Intent
  readonly error?: StripeError
}

export interface ConfirmInput {
  readonly elements?: Elements
  readonly clientSecret?: string
  readonly confirmParams?: Readonly<Record<string, unknown>> & {
    readonly return_url?: string
    readonly payment_method?: string
  }
  readonly redirect?: 'always' | 'if_required'
}

/** `confirmPayment` and `confirmSetup`. */
export async function confirm(
  setting: Setting,
  kind: Named['kind'],
  caller: string,
  input: ConfirmInput,
): Promise<Outcome> {
  const { confirmParams = {}, elements, redirect = 'always' } = input
  const named = intentOf(input.clientSecret ?? elements?.clientSecret, caller, kind)
  const back = confirmParams.return_url
  if (back === undefined && redirect !== 'if_required') {
    throw new IntegrationError(
      `${caller}: the \`confirmParams.return_url\` argument is required when using automatic redirects.`,
    )
  }
  if (confirmParams.confirmation_token !== undefined) throw notSimulated('confirmation tokens')
  if (elements?.deferred && !elements.submitted) {
    throw new IntegrationError(`elements.submit() must be called before ${caller}.`)
  }
  const method = confirmParams.payment_method
  if (!elements && method === undefined) {
    throw new IntegrationError(`${caller}: pass \`elements\`, or \`confirmParams.payment_method\`.`)
  }
  const form = { ...confirmParams, return_url: back ?? location.href }
  const outcome = await send(setting, named, form, method === undefined ? elements?.paying() : undefined)
  const intent = outcome.paymentIntent ?? outcome.setupIntent
  if (outcome.error || !intent || redirect === 'if_required') return outcome
  return leave(String(back), named, intent)
}

/** Sends a confirmation, by the frame where that has the card, and goes through 3D Secure. */
export async function send(
  setting: Setting,
  named: Named,
  form: object,
  element: Element | undefined,
  handleActions = true,
): Promise<Outcome> {
  const path = `/v1/${named.kind}s/${named.id}/confirm`
  const whole = { ...form, client_secret: named.secret, use_stripe_sdk: true }
  const answer = element
    ? await element.ask({
        what: 'send',
        path,
        form: JSON.parse(JSON.stringify(whole)) as object,
        at: 'payment_method_data[card]',
      })
    : await callApi(setting.api, setting.key, 'POST', path, whole)
  if (answer.error) return { error: answer.error }
  const intent = answer.result as Intent
  return handleActions ? act(setting, named, intent) : shown(intent)
}

/** Does what an intent asks for next, and tells how it ended. */
export async function act(setting: Setting, named: Named, intent: Intent): Promise<Outcome> {
  const action = intent.status === 'requires_action' ? intent.next_action : null
  if (!action) return shown(intent)
  const { redirect_to_url: redirect, use_stripe_sdk: sdk } = action as {
    redirect_to_url?: { url: string }
    use_stripe_sdk?: { stripe_js?: string }
  }
  if (redirect) return go(redirect.url)
  if (typeof sdk?.stripe_js !== 'string') throw notSimulated(`the next action '${action.type}'`)
  let now = intent
  await challenge(sdk.stripe_js, async () => {
    const answer = await retrieve(setting, named)
    now = (answer.paymentIntent ?? answer.setupIntent) as Intent
    return now?.status !== 'requires_action'
  })
  const error = now.last_payment_error ?? now.last_setup_error
  if (now.status !== 'requires_payment_method' || !error) return shown(now)
  return { error: { ...error, [named.kind]: now } }
}

export async function retrieve(setting: Setting, { id, kind, secret }: Named): Promise<Outcome> {
  const { error, result } = await callApi(setting.api, setting.key, 'GET', `/v1/${kind}s/${id}`, {
    client_secret: secret,
  })
  return error ? { error } : shown(result as Intent)
}

function shown(intent: Intent): Outcome {
  return intent.object === 'setup_intent' ? { setupIntent: intent } : { paymentIntent: intent }
}

/** To the shop's page, with what it needs to look the intent up. */
function leave(back: string, { id, kind, secret }: Named, { status }: Intent): Promise<never> {
  const url = new URL(back, location.href)
  url.searchParams.set(kind, id)
  url.searchParams.set(`${kind}_client_secret`, secret)
  url.searchParams.set(
    'redirect_status',
    status === 'requires_payment_method' ? 'failed' : status === 'processing' ? 'pending' : 'succeeded',
  )
  return go(url.href)
}

/** A page that is left answers no more. */
function go(url: string): Promise<never> {
  location.assign(url)
  return new Promise(() => {})
}
