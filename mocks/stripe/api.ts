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
export type Customer = Schemas['customer']
export type Dispute = Schemas['dispute']
export type EarlyFraudWarning = Schemas['radar.early_fraud_warning']
export type Event = Schemas['event']
export type ExternalCard = Schemas['card']
export type FeeRefund = Schemas['fee_refund']
export type Mandate = Schemas['mandate']
export type EventDestination = Schemas['v2.core.event_destination']
export type File = Schemas['file']
export type FileLink = Schemas['file_link']
export type IssuingTransaction = Schemas['issuing.transaction']
export type PaymentIntent = Schemas['payment_intent']
export type PaymentMethod = Schemas['payment_method']
export type Payout = Schemas['payout']
export type Person = Schemas['person']
export type Refund = Schemas['refund']
export type Review = Schemas['review']
export type SetupAttempt = Schemas['setup_attempt']
export type SetupIntent = Schemas['setup_intent']
export type Token = Schemas['token']
export type Topup = Schemas['topup']
export type Transfer = Schemas['transfer']
export type TransferReversal = Schemas['transfer_reversal']
export type ValueList = Schemas['radar.value_list']
export type ValueListItem = Schemas['radar.value_list_item']
export type WebhookEndpoint = Schemas['webhook_endpoint']
export type Metadata = Record<string, string>

export const { behaviour, page } = behavioursOf<paths, OperationKey, StripeWorld>()
