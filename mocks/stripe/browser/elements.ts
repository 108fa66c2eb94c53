import { callApi } from './api.js'
import { Element, type Setting } from './element.js'
import { IntegrationError, notSimulated } from './integration-error.js'
import type { Appearance, ElementOptions, ElementType, StripeError } from './messages.js'
import { intentOf } from './secret.js'

export interface ElementsOptions {
  readonly clientSecret?: string
  readonly mode?: string
  readonly amount?: number
  readonly currency?: string
  readonly appearance?: Appearance
  readonly [name: string]: unknown
}

const SIMULATED: readonly string[] = ['payment', 'card']

/** The Elements of one page that belong together. */
export class Elements {
  readonly clientSecret: string | undefined
  /** Whether `submit` was called, and found nothing wrong. */
  submitted = false
  private readonly setting: Setting
  private readonly options: ElementsOptions
  private readonly made = new Map<string, Element>()

  constructor(setting: Setting, options: ElementsOptions) {
    const { amount, clientSecret, currency, mode } = options
    if (clientSecret !== undefined) {
      if (mode !== undefined)
        throw new IntegrationError('You may only specify one of these options: clientSecret, mode.')
      intentOf(clientSecret, 'stripe.elements()')
    }
    if (mode !== undefined) {
      if (mode === 'subscription') throw notSimulated("stripe.elements({ mode: 'subscription' })")
      if (currency === undefined) throw new IntegrationError('stripe.elements(): `currency` is required with `mode`.')
      if (mode === 'payment' && !(Number.isInteger(amount) && Number(amount) > 0)) {
        throw new IntegrationError('stripe.elements(): `amount` must be a positive integer, in minor units.')
      }
    }
    this.setting = setting
    this.options = options
    this.clientSecret = clientSecret
  }

  get deferred(): boolean {
    return this.options.mode !== undefined
  }

  create(type: string, options: ElementOptions = {}): Element {
    if (!SIMULATED.includes(type)) throw notSimulated(`the Element '${type}'`)
    if (this.made.has(type)) {
      throw new IntegrationError(`Can only create one Element of type ${type} through the same Elements instance.`)
    }
    if (type === 'payment' && this.clientSecret === undefined && !this.deferred) {
      throw new IntegrationError(
        'In order to create a payment element, you must pass a clientSecret or mode when creating the Elements instance.',
      )
    }
    const element = new Element(type as ElementType, this.setting, options, this.options.appearance ?? {})
    this.made.set(type, element)
    if (type === 'payment' && this.clientSecret !== undefined) void this.check(element, this.clientSecret)
    return element
  }

  /** A secret of nothing cannot be paid with: told at once, as `loaderror`. */
  private async check(element: Element, secret: string): Promise<void> {
    const { id, kind } = intentOf(secret, 'stripe.elements()')
    const { error } = await callApi(this.setting.api, this.setting.key, 'GET', `/v1/${kind}s/${id}`, {
      client_secret: secret,
    })
    if (error) element.emit('loaderror', { elementType: 'payment', error })
  }

  getElement(type: string): Element | null {
    return this.made.get(type) ?? null
  }

  /** The one that a payment is made with. */
  paying(): Element {
    const element = this.made.get('payment') ?? this.made.get('card')
    if (element) return element
    throw new IntegrationError('Please create and mount a Payment Element before this call.')
  }

  async submit(): Promise<{ error?: StripeError; selectedPaymentMethod?: string }> {
    const { error } = await this.paying().ask({ what: 'validate' })
    this.submitted = error === undefined
    return error ? { error } : { selectedPaymentMethod: 'card' }
  }

  update(options: ElementsOptions): void {
    Object.assign(this.options, options)
    this.submitted = false
  }

  async fetchUpdates(): Promise<{ error?: StripeError }> {
    return {}
  }
}
