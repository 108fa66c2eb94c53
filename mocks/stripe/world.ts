import type { Description, Row, VendorWorld } from '../../src/engine/kit.js'
import type {
  Account,
  BalanceTransaction,
  Charge,
  CheckoutSession,
  Coupon,
  Customer,
  Event,
  PaymentIntent,
  PaymentLink,
  PaymentMethod,
  Price,
  Product,
  PromotionCode,
  Refund,
  SetupAttempt,
  SetupIntent,
  Token,
  WebhookEndpoint,
} from './api.js'
import type { ApiKey } from './auth.js'
import type { Recovery, SessionParts } from './checkout-sessions/checkout-session.js'
import { Collection } from './collection.js'
import type { CouponParts } from './coupons/coupon.js'
import type { EndpointSecret } from './events/endpoint-secrets.js'
import type { Authentication } from './pages/authentication.js'
import type { LinkParts } from './payment-links/payment-link.js'
import type { PriceParts } from './prices/price.js'
import type { CardSecrets } from './test-cards/card-secrets.js'

/** Stripe's part of a world, typed. Times in Unix seconds, as on Stripe's wire. */
export class StripeWorld {
  readonly port: VendorWorld
  readonly description: Description
  readonly accounts: Collection<Account>
  readonly balanceTransactions: Collection<BalanceTransaction>
  readonly charges: Collection<Charge>
  readonly checkoutSessions: Collection<CheckoutSession>
  readonly coupons: Collection<Coupon>
  readonly customers: Collection<Customer>
  readonly events: Collection<Event>
  readonly paymentIntents: Collection<PaymentIntent>
  readonly paymentLinks: Collection<PaymentLink>
  readonly paymentMethods: Collection<PaymentMethod>
  readonly prices: Collection<Price>
  readonly products: Collection<Product>
  readonly promotionCodes: Collection<PromotionCode>
  readonly refunds: Collection<Refund>
  readonly setupAttempts: Collection<SetupAttempt>
  readonly setupIntents: Collection<SetupIntent>
  readonly tokens: Collection<Token>
  readonly webhookEndpoints: Collection<WebhookEndpoint>
  /** Not on the wire: keys, secrets of endpoints, what a card does, 3D Secure under way, deleted customers. */
  readonly keys: Collection<ApiKey>
  readonly endpointSecrets: Collection<EndpointSecret>
  readonly cardSecrets: Collection<CardSecrets>
  readonly authentications: Collection<Authentication>
  readonly deletedCustomers: Collection<Row>
  /** What is shown of a price or coupon only where it is expanded, by its id. */
  readonly priceParts: Collection<PriceParts>
  readonly couponParts: Collection<CouponParts>
  /** The lines of Checkout Sessions and payment links, and what their pages need. */
  readonly sessionParts: Collection<SessionParts>
  readonly linkParts: Collection<LinkParts>
  readonly recoveries: Collection<Recovery>

  constructor(port: VendorWorld, description: Description) {
    this.port = port
    this.description = description
    this.accounts = this.collection('account')
    this.balanceTransactions = this.collection('balance_transaction')
    this.charges = this.collection('charge')
    this.checkoutSessions = this.collection('checkout.session')
    this.coupons = this.collection('coupon')
    this.customers = this.collection('customer')
    this.events = this.collection('event')
    this.paymentIntents = this.collection('payment_intent')
    this.paymentLinks = this.collection('payment_link')
    this.paymentMethods = this.collection('payment_method')
    this.prices = this.collection('price')
    this.products = this.collection('product')
    this.promotionCodes = this.collection('promotion_code')
    this.refunds = this.collection('refund')
    this.setupAttempts = this.collection('setup_attempt')
    this.setupIntents = this.collection('setup_intent')
    this.tokens = this.collection('token')
    this.webhookEndpoints = this.collection('webhook_endpoint')
    this.keys = this.collection('_key')
    this.endpointSecrets = this.collection('_endpoint_secret')
    this.cardSecrets = this.collection('_card')
    this.authentications = this.collection('_authentication')
    this.deletedCustomers = this.collection('_deleted_customer')
    this.priceParts = this.collection('_price')
    this.couponParts = this.collection('_coupon')
    this.sessionParts = this.collection('_checkout_session')
    this.linkParts = this.collection('_payment_link')
    this.recoveries = this.collection('_recovery')
  }

  /** Resources of one kind; `type` is the value of their `object` field. */
  collection<R extends Row>(type: string): Collection<R> {
    return new Collection<R>(type, this.port.table<R>(type))
  }

  /** Unix seconds. */
  now(): number {
    return Math.floor(this.port.now() / 1000)
  }

  id(prefix: string, length = 24): string {
    return `${prefix}_${this.port.random.base62(length)}`
  }

  digits(length: number): string {
    let text = ''
    while (text.length < length) text += this.port.random.uint32().toString().padStart(10, '0')
    return text.slice(-length)
  }

  /** The account that the world's keys belong to. */
  get account(): Account {
    const [account] = this.accounts.all()
    if (!account) throw new Error('A world without an account: its credentials were not minted.')
    return account
  }

  /** Says that something happened to a resource; `before` makes the event's previous_attributes. */
  emit(type: string, object: object, before?: object): void {
    this.port.emit(type, object, before ? { before } : {})
  }

  setting(name: string): unknown {
    return this.port.world.sandbox.options.settings?.stripe?.[name]
  }
}
