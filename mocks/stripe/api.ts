import type { components, OperationKey, paths } from '../../contracts/generated/stripe.js'
import { behavioursOf } from '../../src/engine/kit.js'
import type { StripeWorld } from './world.js'

/** Stripe's resources and operations, with the types generated from its description. References are ids. */
export type Schemas = components['schemas']
export type Account = Schemas['account']
export type BalanceTransaction = Schemas['balance_transaction']
export type Charge = Schemas['charge']
export type CheckoutSession = Schemas['checkout.session']
export type Coupon = Schemas['coupon']
export type Customer = Schemas['customer']
export type Event = Schemas['event']
/** A line of a Checkout Session or payment link. */
export type LineItem = Schemas['item']
export type PaymentIntent = Schemas['payment_intent']
export type PaymentLink = Schemas['payment_link']
export type PaymentMethod = Schemas['payment_method']
export type Price = Schemas['price']
export type Product = Schemas['product']
export type PromotionCode = Schemas['promotion_code']
export type Refund = Schemas['refund']
export type SetupAttempt = Schemas['setup_attempt']
export type SetupIntent = Schemas['setup_intent']
export type ShippingRate = Schemas['shipping_rate']
export type Token = Schemas['token']
export type WebhookEndpoint = Schemas['webhook_endpoint']
export type Metadata = Record<string, string>

export const { behaviour, page, sharedPage } = behavioursOf<paths, OperationKey, StripeWorld>()
