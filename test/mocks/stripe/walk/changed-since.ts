/** Where the API really changed after 2024-04-10: `type.field: what is wrong with it for that version`, and what became of it. */
export const CHANGED_SINCE: Readonly<Record<string, string>> = {
  'checkout.session.ui_mode: enum': 'hosted_page and embedded_page were hosted and embedded',
  'credit_note.tax_amounts: missing': 'total_taxes has taken its place',
  'discount.coupon: missing': 'source.coupon has taken its place',
  'financial_connections.session.client_secret: type': 'may be null now',
  'invoice.paid: missing': 'the status says it',
  'invoice.paid_out_of_band: missing': 'payments say it',
  'invoice.total_tax_amounts: missing': 'total_taxes has taken its place',
  'issuing.authorization.status: enum': 'expired is new',
  'line_item.proration: missing': 'parent says it',
  'line_item.type: missing': 'parent.type has taken its place',
  'promotion_code.coupon: missing': 'promotion.coupon has taken its place',
  'subscription.current_period_end: missing': 'stands on each of the items',
  'subscription.current_period_start: missing': 'stands on each of the items',
  'treasury.outbound_transfer.destination_payment_method_details.type: enum': 'financial_account is new',
}
