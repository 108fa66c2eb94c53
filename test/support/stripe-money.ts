import type Stripe from 'stripe'
import type { StripeWorld } from '../../mocks/stripe/world.js'

const here = { automatic_payment_methods: { enabled: true, allow_redirects: 'never' } } as const

/** A paid PaymentIntent, by test card: `visa` for `pm_card_visa`; its charge with what was booked. */
export async function pay(
  stripe: Stripe,
  card = 'visa',
  more: Partial<Stripe.PaymentIntentCreateParams> = {},
  options: Stripe.RequestOptions = {},
): Promise<Stripe.PaymentIntent & { readonly latest_charge: string }> {
  const intent = await stripe.paymentIntents.create(
    { amount: 10_000, currency: 'usd', ...here, payment_method: `pm_card_${card}`, confirm: true, ...more },
    options,
  )
  return intent as Stripe.PaymentIntent & { latest_charge: string }
}

/** A connected account that may take payments and be paid out, its owner's page filled in. */
export async function onboarded(
  world: { readonly stripe: Stripe; readonly view: StripeWorld; readonly advance: (ms: number) => Promise<unknown> },
  params: Stripe.AccountCreateParams = {},
): Promise<string> {
  const account = await world.stripe.accounts.create({
    type: 'custom',
    country: 'US',
    email: 'robin@shop.example',
    business_type: 'individual',
    capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
    business_profile: { mcc: '5734', url: 'https://shop.example' },
    external_account: 'btok_us_verified',
    tos_acceptance: { date: 1_760_000_000, ip: '127.0.0.1' },
    individual: {
      first_name: 'Robin',
      last_name: 'Doe',
      email: 'robin@shop.example',
      phone: '+12175550100',
      dob: { day: 1, month: 1, year: 1901 },
      address: { city: 'Springfield', line1: '1 Main Street', postal_code: '62701', state: 'IL' },
      ssn_last_4: '0000',
    },
    ...params,
  })
  await world.advance(5000)
  return account.id
}

/** All that was ever booked in an account, by currency: what its balance must come to. */
export function bookedIn(view: StripeWorld): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { currency, net } of view.balanceTransactions.all()) sums[currency] = (sums[currency] ?? 0) + net
  return sums
}

/** What the balance says, available and pending together, by currency. */
export function balanceIn(view: StripeWorld): Record<string, number> {
  return Object.fromEntries(view.balanceTotals.all().map(({ id, available, pending }) => [id, available + pending]))
}
