import { digitsOf, expiryText, formatWhileTyping, grouped } from './card.js'

/** What makes the checkout page nicer: digits in groups, a number that is no test card kept from leaving, one payment for two clicks. */

const NOT_A_TEST_CARD =
  'That is no test card, so it stays in this page. Use 4242 4242 4242 4242, or another number of docs.stripe.com/testing.'

// In a frame of the shop's: its page is told that the session is complete, and where that leads.
const done = document.querySelector<HTMLElement>('[data-complete]')
if (done && parent !== window) {
  const url = done.dataset.complete || undefined
  parent.postMessage({ standin: 'checkout complete', url }, url ? new URL(url).origin : '*')
}

const form = document.querySelector<HTMLFormElement>('form[data-pay]')
if (form) improve(form)

function improve(pay: HTMLFormElement): void {
  const number = pay.querySelector<HTMLInputElement>('#card_number')
  const expiry = pay.querySelector<HTMLInputElement>('#card_expiry')
  if (number) formatWhileTyping(number, (text) => grouped(digitsOf(text)))
  if (expiry) formatWhileTyping(expiry, expiryText)
  const known = new Set((pay.dataset.cards ?? '').split(' '))
  pay.addEventListener('submit', (event) => {
    if (number && !known.has(digitsOf(number.value))) {
      event.preventDefault()
      tell(number, NOT_A_TEST_CARD)
      return
    }
    // Disabled after the form is read, or the button's own value would be missing in it.
    setTimeout(() => {
      for (const button of pay.querySelectorAll('button')) {
        button.disabled = true
        button.textContent = 'Processing…'
      }
    })
  })
  document.querySelector('form:not([data-pay])')?.addEventListener('submit', () => keep(pay))
  // A page out of the browser's memory is not being paid.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
  // On a phone the order stands above what went wrong.
  document.querySelector('[role=alert]')?.scrollIntoView({ block: 'center' })
  document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
}

function tell(input: HTMLInputElement, text: string): void {
  const id = `${input.id}-wrong`
  const said = document.getElementById(id) ?? input.insertAdjacentElement('afterend', document.createElement('p'))
  if (said) {
    said.id = id
    said.className = 'wrong'
    said.textContent = text
  }
  input.setAttribute('aria-invalid', 'true')
  input.setAttribute('aria-describedby', id)
  input.focus()
}

/** The order's form takes along what was entered in the other one, but for the card. */
function keep(pay: HTMLFormElement): void {
  const field = document.querySelector<HTMLInputElement>('input[name=keep]')
  if (!field) return
  const entered = new URLSearchParams()
  for (const [name, value] of new FormData(pay)) {
    const hidden = name === 'token' || name.startsWith('card_') || name === 'cvc'
    if (!hidden && typeof value === 'string' && value !== '') entered.append(name, value)
  }
  field.value = entered.toString()
}
