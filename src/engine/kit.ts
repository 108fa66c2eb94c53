/** All that mocks/ may import. */
export type { AccessLedger } from './access/access-ledger.js'
export type { Grant, Holder, RetiredCredential } from './access/access-rules.js'
export {
  type Behaviour,
  behavioursOf,
  type CallFacts,
  type Input,
  type InputOf,
  park,
  reply,
  stream,
} from './behaviour.js'
export { browserScript } from './browser-script.js'
export type { Answer, Call } from './call.js'
export type { Caller, Credential, CredentialRules } from './credential-rules.js'
export type { Description } from './description/description.js'
export type { Document } from './description/document.js'
export type { Issue } from './description/issue.js'
export { minimal as minimalOf } from './description/minimal.js'
export type { Operation } from './description/operation.js'
export { Refusal, SandboxError, VendorError } from './errors.js'
export type { DeliveryAnswer, DeliveryRequest, DeliveryRow, Target } from './events/delivery.js'
export type { Emitted } from './events/emitted.js'
export { generated, generatedBytes, generatedDescription } from './generated.js'
export type { GenericRules, OwnGeneric } from './generic/rules.js'
export { lazyRequire } from './lazy-require.js'
export { type Lifecycle, lifecycle } from './lifecycle.js'
export type { Mail, MailFilter, MailHead, MailRules } from './mail/mail.js'
export { escapeMarkup } from './markup.js'
export { nearest } from './nearest.js'
export type { FaultProblem, Problem } from './problem.js'
export { mask } from './redact.js'
export type { SettingType } from './settings.js'
export type { IdForm, MetRefusal, StateHandler, StateName, StateRules } from './states/state-rules.js'
export {
  type Codec,
  defineVendor,
  type ErrorRules,
  type EventRules,
  type Forgery,
  type IdempotencyRules,
  type Importer,
  type LazyVendor,
  type LimitRules,
  type LimitView,
  type Vendor,
  type VendorDefinition,
  type VendorHead,
  type WireRules,
} from './vendor.js'
export { deepFreeze } from './world/deep-freeze.js'
export type { Random } from './world/random.js'
export type { Page, PageRequest, Row, Table } from './world/table.js'
export type { DispatchOrigin, VendorWorld } from './world/vendor-world.js'
