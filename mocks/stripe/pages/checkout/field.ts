import { html, type Markup } from '../markup.js'

/** What is in the form so far, and what is wrong with it, by the field's name. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>
  readonly wrong: Readonly<Record<string, string>>
}

interface FieldOptions {
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'email' | 'tel' | 'text'
  readonly placeholder?: string
  readonly optional?: boolean
  readonly type?: 'text' | 'email' | 'tel'
  readonly max?: number
  /** The card's own fields are never sent back to the page. */
  readonly secret?: boolean
}

export function field(name: string, label: string, state: FormState, options: FieldOptions = {}): Markup {
  const { autocomplete, inputmode, max, optional, placeholder, secret, type = 'text' } = options
  const value = secret ? '' : (state.values[name] ?? '')
  return html`<div><label for="${name}">${label}${optional && html` <span>(optional)</span>`}</label><input id="${name}" name="${name}" type="${type}" value="${value}"${attribute('autocomplete', autocomplete)}${attribute('inputmode', inputmode)}${attribute('placeholder', placeholder)}${attribute('maxlength', max)}${invalid(name, state)}${!optional && html` required`}>${problem(name, state)}</div>`
}

export function select(
  name: string,
  label: string,
  choices: readonly { readonly code: string; readonly name: string }[],
  state: FormState,
  autocomplete?: string,
): Markup {
  const chosen = state.values[name] ?? ''
  const options = choices.map(
    ({ code, name: shown }) => html`<option value="${code}"${code === chosen && html` selected`}>${shown}</option>`,
  )
  return html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}"${attribute('autocomplete', autocomplete)}${invalid(name, state)}>${options}</select>${problem(name, state)}</div>`
}

export function tick(name: string, label: string, state: FormState, required: boolean): Markup {
  return html`<label class="tick" for="${name}"><input id="${name}" type="checkbox" name="${name}" value="yes"${state.values[name] === 'yes' && html` checked`}${invalid(name, state)}${required && html` required`}><span>${label}</span></label>${problem(name, state)}`
}

/** What is wrong, where a screen reader finds it with the field. */
function problem(name: string, { wrong }: FormState): Markup | undefined {
  return wrong[name] === undefined ? undefined : html`<p class="wrong" id="${name}-wrong">${wrong[name]}</p>`
}

function invalid(name: string, { wrong }: FormState): Markup | undefined {
  return wrong[name] === undefined ? undefined : html` aria-invalid="true" aria-describedby="${name}-wrong"`
}

function attribute(name: string, value: string | number | undefined): Markup | undefined {
  return value === undefined ? undefined : html` ${name}="${value}"`
}
