import type { MetRefusal, StateName } from '../../../src/engine/kit.js'

/** What a refusal says of the state that it was met in. */
export function met({ status, request, answer }: MetRefusal): StateName | undefined {
  if (status === 429) return { name: 'the rate limit is reached' }
  if (status !== 402) return undefined
  const { error = {} } = answer as { error?: { code?: string; decline_code?: string } }
  const card = cardOf(request)
  if (card === undefined) return undefined
  return {
    name: `the card ${card} will be declined`,
    params: { card, code: error.decline_code ?? error.code ?? 'card_declined' },
  }
}

function cardOf(request: unknown): string | undefined {
  const { payment_method: method, source, card } = (request ?? {}) as Record<string, unknown>
  const named = [method, source, card].find((value) => typeof value === 'string' && /^(?:pm_card|tok)_/.test(value))
  return typeof named === 'string' ? named : undefined
}
