/** What a page's script and the frame that holds the card say to each other. The card itself is in none of it. */

export type ElementType = 'payment' | 'card'

export interface StripeError {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly decline_code?: string
  readonly param?: string
  readonly payment_intent?: Intent
  readonly setup_intent?: Intent
  readonly [name: string]: unknown
}

export interface Intent {
  readonly id: string
  readonly object: 'payment_intent' | 'setup_intent'
  readonly status: string
  readonly client_secret: string
  readonly next_action: { readonly type: string; readonly [name: string]: unknown } | null
  readonly last_payment_error?: StripeError | null
  readonly last_setup_error?: StripeError | null
  readonly [name: string]: unknown
}

/** With the port on which the rest is said. */
export interface Init {
  readonly standin: 'init'
  readonly type: ElementType
  readonly key: string
  readonly api: string
  readonly options: ElementOptions
  readonly appearance: Appearance
}

export interface Appearance {
  readonly theme?: string
  readonly variables?: Readonly<Record<string, string>>
}

export interface ElementOptions {
  readonly hidePostalCode?: boolean
  readonly disabled?: boolean
  readonly fields?: { readonly billingDetails?: 'auto' | 'never' | { readonly address?: unknown } }
  readonly style?: { readonly base?: Readonly<Record<string, unknown>> }
  readonly [name: string]: unknown
}

/** Asks the frame to do something; it replies with the same number. */
export interface Ask {
  readonly ask: number
  readonly what: 'validate' | 'send' | 'focus' | 'blur' | 'clear' | 'update'
  /** For `send`: a form that the frame puts the card into at `at`, or nothing but what is given. */
  readonly path?: string
  readonly form?: object
  readonly at?: 'card' | 'payment_method_data[card]'
  readonly options?: ElementOptions
}

export interface Reply {
  readonly reply: number
  readonly result?: unknown
  readonly error?: StripeError
}

export interface Happened {
  readonly event: 'ready' | 'change' | 'focus' | 'blur' | 'escape' | 'height'
  readonly detail: Readonly<Record<string, unknown>>
}
