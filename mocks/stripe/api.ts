import type { components, OperationKey, paths } from '../../contracts/generated/stripe.js'
import { behavioursOf } from '../../src/engine/kit.js'
import type { StripeWorld } from './world.js'

/** Stripe's resources and operations, with the types generated from its description. References are ids. */
export type Schemas = components['schemas']
export type Account = Schemas['account']
export type ApplicationFee = Schemas['application_fee']
export type Balance = Schemas['balance']
export type BalanceTransaction = Schemas['balance_transaction']
export type BankAccount = Schemas['bank_account']
export type Capability = Schemas['capability']
export type Charge = Schemas['charge']
export type CheckoutSession = Schemas['checkout.session']
export type Coupon = Schemas['coupon']
export type Customer = Schemas['customer']
export type Dispute = Schemas['dispute']
export type EarlyFraudWarning = Schemas['radar.early_fraud_warning']
export type Event = Schemas['event']
/** A line of a Checkout Session or payment link. */
export type LineItem = Schemas['item']
export type ExternalCard = Schemas['card']
export type FeeRefund = Schemas['fee_refund']
export type Mandate = Schemas['mandate']
export type PaymentIntent = Schemas['payment_intent']
export type PaymentLink = Schemas['payment_link']
export type PaymentMethod = Schemas['payment_method']
export type Price = Schemas['price']
export type Product = Schemas['product']
export type PromotionCode = Schemas['promotion_code']
export type Payout = Schemas['payout']
export type Person = Schemas['person']
export type Refund = Schemas['refund']
export type Review = Schemas['review']
export type SetupAttempt = Schemas['setup_attempt']
export type SetupIntent = Schemas['setup_intent']
export type ShippingRate = Schemas['shipping_rate']
export type Token = Schemas['token']
export type Topup = Schemas['topup']
export type Transfer = Schemas['transfer']
export type TransferReversal = Schemas['transfer_reversal']
export type WebhookEndpoint = Schemas['webhook_endpoint']
export type Metadata = Record<string, string>

export const { behaviour, page, sharedPage } = behavioursOf<paths, OperationKey, StripeWorld>()
