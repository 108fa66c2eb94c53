import type { SetupIntent } from '../api.js'

type Options = SetupIntent['payment_method_options']

/** The options as the SetupIntent shows them: those of cards with Stripe's defaults, others as they were given. */
export function setupOptions(given: object | undefined, current?: Options): Options {
  const input = (given ?? {}) as Record<string, Record<string, unknown>>
  const kept = (current ?? {}) as Record<string, unknown>
  const { three_d_secure: _, ...card } = input.card ?? {}
  const defaults = { mandate_options: null, network: null, request_three_d_secure: 'automatic' }
  return { ...kept, ...input, card: { ...defaults, ...(kept.card as object), ...card } } as Options
}
