import { IntegrationError } from './integration-error.js'

export interface Named {
  readonly id: string
  readonly kind: 'payment_intent' | 'setup_intent'
  readonly secret: string
}

/** The intent that a client secret belongs to. */
export function intentOf(secret: unknown, caller: string, wanted?: Named['kind']): Named {
  const id = typeof secret === 'string' ? /^((?:pi|seti)_\w+?)_secret_\w+$/.exec(secret)?.[1] : undefined
  const kind = id?.startsWith('seti_') ? 'setup_intent' : 'payment_intent'
  if (typeof secret === 'string' && id !== undefined && (wanted === undefined || wanted === kind))
    return { id, kind, secret }
  const form = wanted === 'setup_intent' ? 'seti_..._secret_...' : 'pi_..._secret_...'
  throw new IntegrationError(`${caller}: the client secret must have the form ${form}; pass the one of your intent.`)
}
