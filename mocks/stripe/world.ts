import type { Description, Row, VendorWorld } from '../../src/engine/kit.js'
import type {
  Account,
  ApplicationFee,
  BalanceTransaction,
  BankAccount,
  Charge,
  CheckoutSession,
  Coupon,
  Customer,
  Dispute,
  EarlyFraudWarning,
  Event,
  FeeRefund,
  Mandate,
  PaymentIntent,
  PaymentLink,
  PaymentMethod,
  Payout,
  Person,
  Price,
  Product,
  PromotionCode,
  Refund,
  Review,
  SetupAttempt,
  SetupIntent,
  Token,
  Topup,
  Transfer,
  TransferReversal,
  WebhookEndpoint,
} from './api.js'
import type { ApiKey } from './auth.js'
import type { BalanceTotal } from './balance/total.js'
import { Collection } from './collection.js'
import type { ConnectEndpoint } from './events/connect-endpoints.js'
import type { EndpointSecret } from './events/endpoint-secrets.js'
import type { BankSecrets } from './external-accounts/test-accounts.js'
import type { Authentication } from './pages/authentication.js'
import { RarerCollections } from './rarer-collections.js'
import type { CardSecrets } from './test-cards/card-secrets.js'

/** What the platform alone holds, whichever account is acted in. */
const OF_THE_PLATFORM = new Set([
  '_page',
  'account',
  '_disconnected_account',
  '_application',
  '_connection',
  '_oauth_code',
  '_key',
  '_platform',
  '_authentication',
  '_onboarding',
])

/**
 * Stripe's part of a world, typed, and inside it one account's: the platform's own (scope ''), or a connected one's, whose rows are apart.
 * Times in Unix seconds, as on Stripe's wire.
 */
export class StripeWorld extends RarerCollections {
  readonly port: VendorWorld
  readonly description: Description
  readonly accounts: Collection<Account>
  readonly applicationFees: Collection<ApplicationFee>
  readonly bankAccounts: Collection<BankAccount>
  readonly balanceTransactions: Collection<BalanceTransaction>
  readonly charges: Collection<Charge>
  readonly checkoutSessions: Collection<CheckoutSession>
  readonly coupons: Collection<Coupon>
  readonly customers: Collection<Customer>
  readonly disputes: Collection<Dispute>
  readonly earlyFraudWarnings: Collection<EarlyFraudWarning>
  readonly events: Collection<Event>
  readonly feeRefunds: Collection<FeeRefund>
  readonly mandates: Collection<Mandate>
  readonly paymentIntents: Collection<PaymentIntent>
  readonly paymentLinks: Collection<PaymentLink>
  readonly paymentMethods: Collection<PaymentMethod>
  readonly prices: Collection<Price>
  readonly products: Collection<Product>
  readonly promotionCodes: Collection<PromotionCode>
  readonly payouts: Collection<Payout>
  readonly persons: Collection<Person>
  readonly refunds: Collection<Refund>
  readonly reviews: Collection<Review>
  readonly setupAttempts: Collection<SetupAttempt>
  readonly setupIntents: Collection<SetupIntent>
  readonly tokens: Collection<Token>
  readonly topups: Collection<Topup>
  readonly transfers: Collection<Transfer>
  readonly transferReversals: Collection<TransferReversal>
  readonly webhookEndpoints: Collection<WebhookEndpoint>
  /** Not on the wire: sums of the balance, keys, secrets of endpoints, what a card does, 3D Secure under way, deleted customers. */
  readonly balanceTotals: Collection<BalanceTotal>
  readonly bankSecrets: Collection<BankSecrets>
  readonly connectEndpoints: Collection<ConnectEndpoint>
  readonly keys: Collection<ApiKey>
  readonly endpointSecrets: Collection<EndpointSecret>
  readonly cardSecrets: Collection<CardSecrets>
  readonly authentications: Collection<Authentication>
  readonly deletedCustomers: Collection<Row>

  constructor(port: VendorWorld, description: Description) {
    super()
    this.port = port
    this.description = description
    this.accounts = this.collection('account')
    this.applicationFees = this.collection('application_fee')
    this.bankAccounts = this.collection('bank_account')
    this.balanceTransactions = this.collection('balance_transaction')
    this.charges = this.collection('charge')
    this.checkoutSessions = this.collection('checkout.session')
    this.coupons = this.collection('coupon')
    this.customers = this.collection('customer')
    this.disputes = this.collection('dispute')
    this.earlyFraudWarnings = this.collection('radar.early_fraud_warning')
    this.events = this.collection('event')
    this.feeRefunds = this.collection('fee_refund')
    this.mandates = this.collection('mandate')
    this.paymentIntents = this.collection('payment_intent')
    this.paymentLinks = this.collection('payment_link')
    this.paymentMethods = this.collection('payment_method')
    this.prices = this.collection('price')
    this.products = this.collection('product')
    this.promotionCodes = this.collection('promotion_code')
    this.payouts = this.collection('payout')
    this.persons = this.collection('person')
    this.refunds = this.collection('refund')
    this.reviews = this.collection('review')
    this.setupAttempts = this.collection('setup_attempt')
    this.setupIntents = this.collection('setup_intent')
    this.tokens = this.collection('token')
    this.topups = this.collection('topup')
    this.transfers = this.collection('transfer')
    this.transferReversals = this.collection('transfer_reversal')
    this.webhookEndpoints = this.collection('webhook_endpoint')
    this.balanceTotals = this.collection('_balance')
    this.bankSecrets = this.collection('_bank_account')
    this.connectEndpoints = this.collection('_connect_endpoint')
    this.keys = this.collection('_key')
    this.endpointSecrets = this.collection('_endpoint_secret')
    this.cardSecrets = this.collection('_card')
    this.authentications = this.collection('_authentication')
    this.deletedCustomers = this.collection('_deleted_customer')
  }

  /** Resources of one kind; `type` is the value of their `object` field. */
  collection<R extends Row>(type: string): Collection<R> {
    const { port } = OF_THE_PLATFORM.has(type) ? this.platform : this
    return new Collection<R>(type, port.table<R>(type), (id) => port.materialize<R>(type, id))
  }

  /** The part of the account that the world's keys belong to. */
  get platform(): StripeWorld {
    return this.port.scope === '' ? this : this.port.inScope<StripeWorld>('')
  }

  /** The part of an account: the platform's own id means the platform. */
  of(account: string): StripeWorld {
    return this.port.inScope<StripeWorld>(account === this.platform.account.id ? '' : account)
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

  /** The account acted in: the one that the world's keys belong to, or a connected one. */
  get account(): Account {
    const { scope } = this.port
    const id = scope === '' ? this.collection('_platform').all()[0]?.id : scope
    const account = id === undefined ? undefined : (this.accounts.find(id) ?? this.disconnectedAccounts.find(id))
    if (!account) throw new Error('A world without an account: its credentials were not minted.')
    return account
  }

  /** The platform's application, on whose behalf it acts in connected accounts: its client id. */
  get application(): string {
    // A state that was kept before there was OAuth has none of its own.
    return this.collection('_application').all()[0]?.id ?? `ca_${this.platform.account.id.slice('acct_'.length)}`
  }

  /** Says that something happened to a resource; `before` makes the event's previous_attributes. */
  emit(type: string, object: object, before?: object): void {
    this.port.emit(type, object, before ? { before } : {})
  }

  setting(name: string): unknown {
    return this.port.world.sandbox.options.settings?.stripe?.[name]
  }
}
