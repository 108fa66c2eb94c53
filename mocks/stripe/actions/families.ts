import type { Behaviour } from '../../../src/engine/kit.js'
import { actionsOf, type Family } from './action.js'
import { alerts, creditGrants, feedbackOptions, meters, renderingTemplates } from './billing.js'
import { authorizations, cardShipping, issuingDisputes, personalizationDesigns } from './issuing.js'
import { climateOrders, installs, linkedAccounts, topups, verificationSessions } from './others.js'
import { financialAccounts, inboundTransfers, outboundPayments, outboundTransfers } from './treasury.js'
import { accountsV2, bankAccountsGb, bankAccountsUs, payoutMethods } from './v2.js'

/** The lifecycles that are tables: what their operations do is a status and a few fields. */
export const families: readonly Family[] = [
  cardShipping,
  authorizations,
  personalizationDesigns,
  issuingDisputes,
  inboundTransfers,
  outboundPayments,
  outboundTransfers,
  financialAccounts,
  verificationSessions,
  topups,
  climateOrders,
  installs,
  linkedAccounts,
  meters,
  alerts,
  feedbackOptions,
  creditGrants,
  renderingTemplates,
  bankAccountsGb,
  bankAccountsUs,
  payoutMethods,
  accountsV2,
]

export const actions: readonly Behaviour[] = families.flatMap(actionsOf)
