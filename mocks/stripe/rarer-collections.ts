import type { Row } from '../../src/engine/kit.js'
import type { Onboarding } from './account-links/onboarding.js'
import type {
  Account,
  CashTransaction,
  ExternalCard,
  PaymentAttemptRecord,
  PaymentRecord,
  Reader,
  ShippingRate,
  Source,
  TaxCalculation,
  TaxTransaction,
} from './api.js'
import type { CashRow } from './cash-balance/cash-balance.js'
import type { VirtualAccount } from './cash-balance/financial-addresses.js'
import type { Recovery, SessionParts } from './checkout-sessions/checkout-session.js'
import type { Collection } from './collection.js'
import type { CouponParts } from './coupons/coupon.js'
import type { SourceOrder } from './customers/sources/source.js'
import type { AuthorizationCode } from './oauth/authorization-code.js'
import type { Connection } from './oauth/connection.js'
import type { PageScope } from './pages/page-scope.js'
import type { BankTransfer } from './payment-intents/bank-transfer.js'
import type { LinkParts } from './payment-links/payment-link.js'
import type { Microdeposits } from './payment-methods/microdeposits.js'
import type { PaidOut } from './payouts/paid-out.js'
import type { PayoutSettings } from './payouts/settings.js'
import type { PriceParts } from './prices/price.js'
import type { TaxLines } from './tax/transaction.js'

/** Those of a world's collections that are asked for seldom, and made when they are. */
export abstract class RarerCollections {
  abstract collection<R extends Row>(type: string): Collection<R>

  /** What is shown of a price or coupon only where it is expanded, by its id. */
  get priceParts(): Collection<PriceParts> {
    return this.collection('_price')
  }

  get couponParts(): Collection<CouponParts> {
    return this.collection('_coupon')
  }

  /** The lines of Checkout Sessions and payment links, and what their pages need. */
  get sessionParts(): Collection<SessionParts> {
    return this.collection('_checkout_session')
  }

  get linkParts(): Collection<LinkParts> {
    return this.collection('_payment_link')
  }

  get recoveries(): Collection<Recovery> {
    return this.collection('_recovery')
  }

  get pageScopes(): Collection<PageScope> {
    return this.collection('_page')
  }

  get externalCards(): Collection<ExternalCard> {
    return this.collection('card')
  }

  /** `src_…`, and which sources a customer has. */
  get sources(): Collection<Source> {
    return this.collection('source')
  }

  get sourceOrders(): Collection<SourceOrder> {
    return this.collection('_sources')
  }

  get payoutSettings(): Collection<PayoutSettings> {
    return this.collection('_payout_settings')
  }

  /** Customers' money: what there is, how it moved, where it is sent, and payments that wait for it. */
  get cashRows(): Collection<CashRow> {
    return this.collection('_cash_balance')
  }

  get cashTransactions(): Collection<CashTransaction> {
    return this.collection('customer_cash_balance_transaction')
  }

  get virtualAccounts(): Collection<VirtualAccount> {
    return this.collection('_virtual_account')
  }

  get bankTransfers(): Collection<BankTransfer> {
    return this.collection('_bank_transfer')
  }

  get paymentRecords(): Collection<PaymentRecord> {
    return this.collection('payment_record')
  }

  get paymentAttempts(): Collection<PaymentAttemptRecord> {
    return this.collection('payment_attempt_record')
  }

  get taxCalculations(): Collection<TaxCalculation> {
    return this.collection('tax.calculation')
  }

  get taxTransactions(): Collection<TaxTransaction> {
    return this.collection('tax.transaction')
  }

  get taxLines(): Collection<TaxLines> {
    return this.collection('_tax_lines')
  }

  get shippingRates(): Collection<ShippingRate> {
    return this.collection('shipping_rate')
  }

  get readers(): Collection<Reader> {
    return this.collection('terminal.reader')
  }

  get microdeposits(): Collection<Microdeposits> {
    return this.collection('_microdeposits')
  }

  get onboardings(): Collection<Onboarding> {
    return this.collection('_onboarding')
  }

  /** Accounts that let the platform in no more: what is theirs goes on without it. */
  get disconnectedAccounts(): Collection<Account> {
    return this.collection('_disconnected_account')
  }

  get connections(): Collection<Connection> {
    return this.collection('_connection')
  }

  get authorizationCodes(): Collection<AuthorizationCode> {
    return this.collection('_oauth_code')
  }

  get paidOut(): Collection<PaidOut> {
    return this.collection('_paid_out')
  }
}
