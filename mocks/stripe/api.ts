import type { components, OperationKey, paths } from '../../contracts/generated/stripe.js'
import { behavioursOf } from '../../src/engine/kit.js'
import type { StripeWorld } from './world.js'

/** Stripe's resources and operations, with the types generated from its description. References are ids. */
export type Schemas = components['schemas']
export type Account = Schemas['account']
export type BalanceTransaction = Schemas['balance_transaction']
export type Charge = Schemas['charge']
export type Customer = Schemas['customer']
export type Event = Schemas['event']
export type EventDestination = Schemas['v2.core.event_destination']
export type File = Schemas['file']
export type FileLink = Schemas['file_link']
export type IssuingTransaction = Schemas['issuing.transaction']
export type PaymentIntent = Schemas['payment_intent']
export type PaymentMethod = Schemas['payment_method']
export type Refund = Schemas['refund']
export type SetupAttempt = Schemas['setup_attempt']
export type SetupIntent = Schemas['setup_intent']
export type Token = Schemas['token']
export type ValueList = Schemas['radar.value_list']
export type ValueListItem = Schemas['radar.value_list_item']
export type WebhookEndpoint = Schemas['webhook_endpoint']
export type Metadata = Record<string, string>

export const { behaviour, page } = behavioursOf<paths, OperationKey, StripeWorld>()
