import { invalidRequest } from '../errors.js'
import type { StripeWorld } from '../world.js'

/** @throws one of another form, or another customer's (400) @source as measured by others at 2026-08-26.dahlia (2026-09) */
export function checkInvoicePrefix(prefix: string | undefined, world: StripeWorld, own?: string): void {
  if (prefix === undefined) return
  if (!/^[A-Z0-9]{1,12}$/.test(prefix)) {
    throw invalidRequest('Invoice number prefix must be 1–12 uppercase letters or numbers.')
  }
  const holder = world.customers.all().find(({ id, invoice_prefix: theirs }) => theirs === prefix && id !== own)
  if (!holder) return
  throw invalidRequest(
    `This invoice number prefix is taken by customer: ${holder.id}. Please enter a different prefix.`,
    { param: 'invoice_prefix' },
  )
}
