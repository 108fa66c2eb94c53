import { escapeMarkup } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { receiveBankTransfer } from '../cash-balance/receive.js'
import { shown, symbol } from '../payment-intents/amount.js'
import { remainingOf, waitsForTransfer } from '../payment-intents/bank-transfer.js'
import type { StripeWorld } from '../world.js'
import { htmlPage } from './html.js'
import { accountOfPage } from './page-scope.js'

/**
 * The page that tells a person where to send the money of a payment.
 * @throws resource_missing (404)  @source https://docs.stripe.com/payments/bank-transfers/accept-a-payment (as captured 2026): `hosted_instructions_url`; @unverified that it looks like Stripe's own
 */
export const showTransferInstructions = page(
  'GET /bank_transfers/instructions/{intent}',
  ({ params }, world: StripeWorld) => {
    const own = accountOfPage(world, params.intent)
    const intent = own.paymentIntents.get(params.intent ?? '', 'intent')
    const instructions = intent.next_action?.display_bank_transfer_instructions
    if (!instructions || !waitsForTransfer(intent))
      return htmlPage('No transfer is needed', '<p>This payment does not wait for money.</p>')
    const { financial_addresses: addresses = [], reference } = instructions
    const left = remainingOf(own, intent)
    const rows = [
      ['Amount', `${symbol(intent.currency)}${shown(left, intent.currency)} ${intent.currency.toUpperCase()}`],
      ...(reference ? [['Reference', reference]] : []),
      ...addresses.flatMap((address) => Object.entries(address[address.type] ?? {}).filter(isText)),
    ]
    return htmlPage(
      'Bank transfer test page',
      `<dl>${rows.map(([name = '', value = '']) => `<dt>${escapeMarkup(label(name))}</dt><dd>${escapeMarkup(value)}</dd>`).join('')}</dl>
<form method="post"><button class="go" name="amount" value="${left}">Send all of it</button><button class="stop" name="amount" value="${Math.ceil(left / 2)}">Send half of it</button></form>`,
    )
  },
)

const ABBREVIATIONS: ReadonlySet<string> = new Set(['bic', 'iban', 'clabe'])

/** The name of a field as a person reads it. */
function label(field: string): string {
  if (ABBREVIATIONS.has(field)) return field.toUpperCase()
  const words = field.replaceAll('_', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string'
}

/**
 * The customer sends money with the payment's reference; a test may post an `amount` in minor units by itself.
 * @throws resource_missing (404)  @emits those of `receiveBankTransfer`  @source https://docs.stripe.com/payments/bank-transfers/accept-a-payment (as captured 2026)
 */
export const sendTransfer = page(
  'POST /bank_transfers/instructions/{intent}',
  ({ params, body }, world: StripeWorld) => {
    const own = accountOfPage(world, params.intent)
    const intent = own.paymentIntents.get(params.intent ?? '', 'intent')
    const amount = Number((body as { amount?: string }).amount)
    const transfer = own.bankTransfers.find(intent.id)
    if (!transfer || !Number.isSafeInteger(amount) || amount < 1) {
      return htmlPage('Nothing was sent', '<p>This payment waits for no money, or there was no amount.</p>', 400)
    }
    const { customer, currency, reference } = transfer
    receiveBankTransfer(own, { customer, currency, amount, reference })
    return htmlPage('The money is sent', '<p>You can close this page.</p>')
  },
)
