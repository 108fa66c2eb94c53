import type { CheckoutSession, LineItem, ShippingRate } from '../../api.js'
import { partsOf } from '../../checkout-sessions/checkout-session.js'
import { shown, symbol } from '../../payment-intents/amount.js'
import type { StripeWorld } from '../../world.js'
import { html, type Markup } from '../markup.js'
import type { FormState } from './field.js'

export function money(amount: number | null, currency: string | null): string {
  const code = currency ?? ''
  const sign = symbol(code)
  return sign ? `${sign}${shown(amount ?? 0, code)}` : `${code.toUpperCase()} ${shown(amount ?? 0, code)}`
}

/** As the account calls itself. */
export function shopName(world: StripeWorld): string {
  return world.account.settings?.dashboard?.display_name || 'The shop'
}

/** What is bought and what it comes to. Quantities, the code and the way of shipping can be changed here, each by a form post. */
export function summary(world: StripeWorld, session: CheckoutSession, state: FormState): Markup {
  const { currency } = session
  const { formToken, items } = partsOf(world, session.id)
  const lines = items.map((item) => line(item))
  return html`<h1>${session.submit_type === 'donate' ? 'Donate' : 'Pay'} ${world.account.settings?.dashboard?.display_name || 'the shop'}</h1>
<p class="total">${money(session.amount_total, currency)}</p>
<form method="post"><input type="hidden" name="token" value="${formToken}"><input type="hidden" name="keep" value="">
<ul>${lines}</ul>
<dl><dt>Subtotal</dt><dd>${money(session.amount_subtotal, currency)}</dd>${discountRow(world, session)}${shippingRow(session)}<dt class="sum">Total due</dt><dd class="sum">${money(session.amount_total, currency)}</dd></dl>
${shippingChoice(world, session)}
${codeField(session, state)}</form>`
}

function line({
  adjustable_quantity: adjustable,
  amount_subtotal: amount,
  currency,
  description,
  id,
  price,
  quantity,
}: LineItem): Markup {
  const each =
    price?.unit_amount != null &&
    (quantity ?? 1) > 1 &&
    html`<small class="each">${money(price.unit_amount, currency)} each</small>`
  const count = adjustable?.enabled
    ? html`<span class="quantity"><label for="q-${id}">Quantity</label><input id="q-${id}" name="quantity[${id}]" type="number" inputmode="numeric" min="${adjustable.minimum}" max="${adjustable.maximum}" value="${quantity}"><button name="action" value="quantity">Update</button></span>`
    : html`<small>Qty ${quantity}</small>`
  return html`<li><span>${description ?? 'Item'}</span><b>${money(amount, currency)}</b>${count}${each}</li>`
}

function discountRow(
  world: StripeWorld,
  { currency, discounts, total_details: details }: CheckoutSession,
): Markup | undefined {
  const [discount] = discounts ?? []
  if (!discount) return undefined
  const code = world.promotionCodes.find(String(discount.promotion_code))
  const coupon = world.coupons.find(String(code?.promotion.coupon ?? discount.coupon))
  const name = code?.code ?? coupon?.name ?? coupon?.id ?? ''
  const off = coupon?.percent_off != null ? `${coupon.percent_off}% off` : 'Discount'
  const tag = code
    ? html`<span class="tag">${name}<button name="action" value="remove-code" aria-label="Remove the code ${name}">×</button></span> `
    : html`<span class="tag">${name}&nbsp;</span> `
  return html`<dt>${tag}${off}</dt><dd>−${money(details?.amount_discount ?? 0, currency)}</dd>`
}

function shippingRow({ currency, shipping_cost: cost }: CheckoutSession): Markup | undefined {
  if (!cost) return undefined
  return html`<dt>Shipping</dt><dd>${cost.amount_total === 0 ? 'Free' : money(cost.amount_total, currency)}</dd>`
}

function shippingChoice(world: StripeWorld, session: CheckoutSession): Markup | undefined {
  const { currency, shipping_cost: cost, shipping_options: options } = session
  if (options.length < 2) return undefined
  const choices = options.map(({ shipping_amount: amount, shipping_rate: rate }) => {
    const { display_name: name } = world
      .collection<ShippingRate>('shipping_rate')
      .named(rate as string, 'shipping_rate')
    return html`<label class="tick"><input type="radio" name="shipping_rate" value="${rate as string}"${cost?.shipping_rate === rate && html` checked`}><span>${name}</span><b>${money(amount, currency)}</b></label>`
  })
  return html`<fieldset><legend>Shipping method</legend>${choices}</fieldset><div class="row"><button name="action" value="shipping">Use this shipping</button></div>`
}

function codeField(
  { allow_promotion_codes: allowed, discounts }: CheckoutSession,
  { values, wrong }: FormState,
): Markup | undefined {
  if (!allowed || (discounts?.length ?? 0) > 0) return undefined
  const problem = wrong.code
  return html`<div class="row"><div><label for="code">Promotion code</label><input id="code" name="code" value="${values.code ?? ''}" autocomplete="off" maxlength="500"${problem !== undefined && html` aria-invalid="true" aria-describedby="code-wrong"`}></div><button name="action" value="code">Apply</button></div>${problem !== undefined && html`<p class="wrong" id="code-wrong">${problem}</p>`}`
}
