import { brandOf } from '../test-cards/brand.js'
import { cvcLength, digitsOf, expiryText, formatWhileTyping, grouped, lengthOf, passesCheck } from './card.js'
import type { ElementOptions, ElementType, StripeError } from './messages.js'

const NOT_A_TEST_CARD =
  'That is no test card, so it stays in this frame. Use 4242 4242 4242 4242, or another number of docs.stripe.com/testing.'

export type FieldName = 'number' | 'expiry' | 'cvc' | 'country' | 'postal'

/** The inputs of a frame, in the order in which they are filled. */
export class Fields {
  readonly type: ElementType
  private readonly inputs = new Map<FieldName, HTMLInputElement | HTMLSelectElement>()
  private readonly known: ReadonlySet<string>

  constructor(type: ElementType, form: HTMLElement, known: ReadonlySet<string>, options: ElementOptions) {
    this.type = type
    this.known = known
    for (const name of shownFields(type, options)) {
      const block = form.querySelector<HTMLElement>(`[data-field=${name}]`)
      const input = block?.querySelector<HTMLInputElement | HTMLSelectElement>('input,select')
      if (!block || !input) continue
      block.hidden = false
      this.inputs.set(name, input)
    }
    const number = this.inputs.get('number')
    const expiry = this.inputs.get('expiry')
    if (number instanceof HTMLInputElement) formatWhileTyping(number, (text) => grouped(digitsOf(text)))
    if (expiry instanceof HTMLInputElement) formatWhileTyping(expiry, expiryText)
  }

  all(): readonly (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.inputs.values()]
  }

  get(name: FieldName): string {
    return this.inputs.get(name)?.value.trim() ?? ''
  }

  get number(): string {
    return digitsOf(this.get('number'))
  }

  get empty(): boolean {
    return this.number === '' && this.get('expiry') === '' && this.get('cvc') === ''
  }

  /** As the API takes it. */
  card(): object {
    const [month = '', year = ''] = this.get('expiry').split('/').map(digitsOf)
    return { number: this.number, exp_month: month, exp_year: year, cvc: this.get('cvc') }
  }

  address(): { country?: string; postal_code?: string } {
    const country = this.get('country')
    const postal = this.get('postal')
    return { ...(country && { country }), ...(postal && { postal_code: postal }) }
  }

  /** The first thing that is wrong; while typing, only what cannot become right. */
  problem(whole: boolean): { readonly field: FieldName; readonly error: StripeError } | undefined {
    const { number } = this
    const full = number.length >= lengthOf(number)
    if (full && !this.known.has(number)) {
      // Some cards that decline have numbers that fail the check: those are among the known.
      const message = passesCheck(number) ? NOT_A_TEST_CARD : 'Your card number is invalid.'
      return wrong('number', 'invalid_number', message)
    }
    if (!whole) return undefined
    if (!full) return wrong('number', 'incomplete_number', 'Your card number is incomplete.')
    if (digitsOf(this.get('expiry')).length < 4) {
      return wrong('expiry', 'incomplete_expiry', "Your card's expiration date is incomplete.")
    }
    if (digitsOf(this.get('cvc')).length < Math.min(cvcLength(number), 3)) {
      return wrong('cvc', 'incomplete_cvc', "Your card's security code is incomplete.")
    }
    if (this.type === 'card' && this.inputs.has('postal') && this.get('postal') === '') {
      return wrong('postal', 'incomplete_zip', 'Your postal code is incomplete.')
    }
    return undefined
  }

  /** What a `change` event tells. */
  state(): Readonly<Record<string, unknown>> {
    const complete = this.problem(true) === undefined
    if (this.type === 'payment') {
      return { elementType: 'payment', empty: this.empty, complete, collapsed: false, value: { type: 'card' } }
    }
    return {
      elementType: 'card',
      empty: this.empty,
      complete,
      brand: brandOf(this.number),
      error: this.problem(false)?.error,
      value: { postalCode: this.get('postal') },
    }
  }

  /** Shows what is wrong with a field, and takes away what was shown of the others. */
  mark(field: FieldName | undefined, text: string, focus: boolean): void {
    const said = document.getElementById('said')
    for (const [name, input] of this.inputs) {
      if (name === field) {
        input.setAttribute('aria-invalid', 'true')
        input.setAttribute('aria-describedby', 'said')
        if (focus) input.focus()
      } else {
        input.removeAttribute('aria-invalid')
        input.removeAttribute('aria-describedby')
      }
    }
    if (said) said.textContent = field === undefined ? '' : text
  }
}

function wrong(field: FieldName, code: string, message: string) {
  return { field, error: { type: 'validation_error', code, message } }
}

/** Payment asks for the country, card for the postal code; either can be told not to. */
function shownFields(type: ElementType, { fields, hidePostalCode }: ElementOptions): readonly FieldName[] {
  const card: readonly FieldName[] = ['number', 'expiry', 'cvc']
  if (type === 'card') return hidePostalCode ? card : [...card, 'postal']
  const billing = fields?.billingDetails
  const without = billing === 'never' || (typeof billing === 'object' && billing.address === 'never')
  return without ? card : [...card, 'country']
}
