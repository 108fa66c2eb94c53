import type { Behaviour } from '../../src/engine/kit.js'
import { createAccountLink } from './account-links/create.js'
import { createLoginLink } from './account-links/create-login.js'
import { listCapabilities, retrieveCapability, updateCapability } from './accounts/capabilities.js'
import { createAccount } from './accounts/create.js'
import { deleteAccount } from './accounts/delete.js'
import { listAccounts } from './accounts/list.js'
import { rejectAccount, unrejectAccount } from './accounts/reject.js'
import { retrieveAccount } from './accounts/retrieve.js'
import { retrieveOwn } from './accounts/retrieve-own.js'
import { updateAccount } from './accounts/update.js'
import { actions } from './actions/families.js'
import { createFeeRefund, refundFeeDirectly } from './application-fees/create-refund.js'
import { listFees } from './application-fees/list.js'
import { listFeeRefunds, retrieveFeeRefund, updateFeeRefund } from './application-fees/refunds.js'
import { retrieveFee } from './application-fees/retrieve.js'
import { listBalanceTransactions, listHistory } from './balance/list-transactions.js'
import { retrieveBalance } from './balance/retrieve.js'
import { retrieveBalanceTransaction, retrieveHistory } from './balance/retrieve-transaction.js'
import { retrieveBalanceSettings, updateBalanceSettings } from './balance-settings/settings.js'
import { captureDirectly } from './charges/capture.js'
import { createCharge } from './charges/create.js'
import { listCharges } from './charges/list.js'
import { retrieveCharge } from './charges/retrieve.js'
import { updateCharge } from './charges/update.js'
import { createCustomer } from './customers/create.js'
import { deleteCustomer } from './customers/delete.js'
import { listCustomers } from './customers/list.js'
import { retrieveCustomer } from './customers/retrieve.js'
import { updateCustomer } from './customers/update.js'
import { closeChargesDispute, closeDispute } from './disputes/close.js'
import { listDisputes } from './disputes/list.js'
import { retrieveChargesDispute, retrieveDispute } from './disputes/retrieve.js'
import { updateChargesDispute, updateDispute } from './disputes/update.js'
import { listWarnings } from './early-fraud-warnings/list.js'
import { retrieveWarning } from './early-fraud-warnings/retrieve.js'
import {
  deleteDestination,
  disableDestination,
  enableDestination,
  pingDestination,
  updateDestination,
} from './event-destinations/change.js'
import { createDestination } from './event-destinations/create.js'
import { listDestinations, retrieveDestination } from './event-destinations/read.js'
import { listEvents } from './events/list.js'
import { retrieveEvent } from './events/retrieve.js'
import { listThinEvents, retrieveThinEvent } from './events/v2/list.js'
import { createAccountsBankAccount, createExternalAccount } from './external-accounts/create.js'
import { deleteAccountsBankAccount, deleteExternalAccount } from './external-accounts/delete.js'
import { listExternalAccounts } from './external-accounts/list.js'
import { retrieveAccountsBankAccount, retrieveExternalAccount } from './external-accounts/retrieve.js'
import { updateAccountsBankAccount, updateExternalAccount } from './external-accounts/update.js'
import { fileContents } from './files/contents.js'
import { createFile } from './files/create.js'
import { createLink, listLinks, retrieveLink, updateLink } from './files/links.js'
import { showLink } from './files/show-link.js'
import { createForceCapture, createUnlinkedRefund, refundTransaction } from './issuing/transactions.js'
import { retrieveMandate } from './mandates/retrieve.js'
import { answerAuthentication, showAuthentication } from './pages/authenticate.js'
import { answerMicrodeposits, showMicrodeposits } from './pages/microdeposits.js'
import { answerOnboarding, showExpressDashboard, showOnboarding } from './pages/onboarding.js'
import { cancel as cancelPaymentIntent } from './payment-intents/cancel.js'
import { capture } from './payment-intents/capture.js'
import { confirm as confirmPaymentIntent } from './payment-intents/confirm.js'
import { createPaymentIntent } from './payment-intents/create.js'
import { incrementAuthorization } from './payment-intents/increment-authorization.js'
import { listPaymentIntents } from './payment-intents/list.js'
import { retrievePaymentIntent } from './payment-intents/retrieve.js'
import { updatePaymentIntent } from './payment-intents/update.js'
import { verifyPayment } from './payment-intents/verify-microdeposits.js'
import { attach } from './payment-methods/attach.js'
import { createMethod } from './payment-methods/create.js'
import { detach } from './payment-methods/detach.js'
import { listCustomersMethods, listMethods } from './payment-methods/list.js'
import { retrieveCustomersMethod, retrieveMethod } from './payment-methods/retrieve.js'
import { updateMethod } from './payment-methods/update.js'
import { cancelPayout } from './payouts/cancel.js'
import { createPayout } from './payouts/create.js'
import { listPayouts } from './payouts/list.js'
import { retrievePayout } from './payouts/retrieve.js'
import { reversePayout } from './payouts/reverse.js'
import { updatePayout } from './payouts/update.js'
import { createPeople, createPerson } from './persons/create.js'
import { deletePeople, deletePerson } from './persons/delete.js'
import { listPeople, listPersons } from './persons/list.js'
import { retrievePeople, retrievePerson } from './persons/retrieve.js'
import { updatePeople, updatePerson } from './persons/update.js'
import { createValueListItem } from './radar/items.js'
import { createValueList, deleteValueList, listValueLists, retrieveValueList, updateValueList } from './radar/lists.js'
import { cancelRefund } from './refunds/cancel.js'
import { createChargesRefund, createRefund, refundChargeDirectly } from './refunds/create.js'
import { expireRefund } from './refunds/expire.js'
import { listChargesRefunds, listRefunds } from './refunds/list.js'
import { retrieveChargesRefund, updateChargesRefund } from './refunds/of-charge.js'
import { retrieveRefund } from './refunds/retrieve.js'
import { updateRefund } from './refunds/update.js'
import { approveReview } from './reviews/approve.js'
import { listReviews } from './reviews/list.js'
import { retrieveReview } from './reviews/retrieve.js'
import { searches } from './search/search.js'
import { cancel as cancelSetupIntent } from './setup-intents/cancel.js'
import { confirm as confirmSetupIntent } from './setup-intents/confirm.js'
import { createSetupIntent } from './setup-intents/create.js'
import { listSetupIntents } from './setup-intents/list.js'
import { retrieveSetupIntent } from './setup-intents/retrieve.js'
import { updateSetupIntent } from './setup-intents/update.js'
import { verifySetup } from './setup-intents/verify-microdeposits.js'
import { shopBehaviours } from './shop-behaviours.js'
import { createToken } from './tokens/create.js'
import { retrieveToken } from './tokens/retrieve.js'
import { cancelTopup } from './topups/cancel.js'
import { createTopup } from './topups/create.js'
import { listTopups } from './topups/list.js'
import { retrieveTopup } from './topups/retrieve.js'
import { updateTopup } from './topups/update.js'
import { createTransfer } from './transfers/create.js'
import { createReversal } from './transfers/create-reversal.js'
import { listTransfers } from './transfers/list.js'
import { retrieveTransfer } from './transfers/retrieve.js'
import { listReversals, retrieveReversal, updateReversal } from './transfers/reversals.js'
import { updateTransfer } from './transfers/update.js'
import { createEndpoint } from './webhook-endpoints/create.js'
import { deleteEndpoint } from './webhook-endpoints/delete.js'
import { listEndpoints } from './webhook-endpoints/list.js'
import { retrieveEndpoint } from './webhook-endpoints/retrieve.js'
import { updateEndpoint } from './webhook-endpoints/update.js'

/** Every operation of Stripe's that is modelled. The rest is generic, or refused in refused.ts. */
export const behaviours: readonly Behaviour[] = [
  retrieveOwn,
  createCustomer,
  retrieveCustomer,
  updateCustomer,
  deleteCustomer,
  listCustomers,
  createMethod,
  retrieveMethod,
  updateMethod,
  attach,
  detach,
  listMethods,
  listCustomersMethods,
  retrieveCustomersMethod,
  createPaymentIntent,
  retrievePaymentIntent,
  updatePaymentIntent,
  confirmPaymentIntent,
  capture,
  cancelPaymentIntent,
  incrementAuthorization,
  listPaymentIntents,
  createSetupIntent,
  retrieveSetupIntent,
  updateSetupIntent,
  confirmSetupIntent,
  cancelSetupIntent,
  listSetupIntents,
  createCharge,
  retrieveCharge,
  updateCharge,
  captureDirectly,
  listCharges,
  retrieveBalance,
  listBalanceTransactions,
  retrieveBalanceTransaction,
  listHistory,
  retrieveHistory,
  createRefund,
  retrieveRefund,
  updateRefund,
  cancelRefund,
  listRefunds,
  createToken,
  retrieveToken,
  listEvents,
  retrieveEvent,
  createEndpoint,
  retrieveEndpoint,
  updateEndpoint,
  deleteEndpoint,
  listEndpoints,
  showAuthentication,
  answerAuthentication,
  ...shopBehaviours,
  createLoginLink,
  createAccountLink,
  listCapabilities,
  retrieveCapability,
  updateCapability,
  createAccount,
  deleteAccount,
  listAccounts,
  rejectAccount,
  unrejectAccount,
  retrieveAccount,
  updateAccount,
  createFeeRefund,
  refundFeeDirectly,
  listFees,
  listFeeRefunds,
  retrieveFeeRefund,
  updateFeeRefund,
  retrieveFee,
  retrieveBalanceSettings,
  updateBalanceSettings,
  closeDispute,
  closeChargesDispute,
  listDisputes,
  retrieveDispute,
  retrieveChargesDispute,
  updateDispute,
  updateChargesDispute,
  listWarnings,
  retrieveWarning,
  createExternalAccount,
  createAccountsBankAccount,
  deleteExternalAccount,
  deleteAccountsBankAccount,
  listExternalAccounts,
  retrieveExternalAccount,
  retrieveAccountsBankAccount,
  updateExternalAccount,
  updateAccountsBankAccount,
  showOnboarding,
  answerOnboarding,
  showExpressDashboard,
  cancelPayout,
  createPayout,
  listPayouts,
  retrievePayout,
  reversePayout,
  updatePayout,
  createPerson,
  createPeople,
  deletePerson,
  deletePeople,
  listPersons,
  listPeople,
  retrievePerson,
  retrievePeople,
  updatePerson,
  updatePeople,
  createChargesRefund,
  refundChargeDirectly,
  expireRefund,
  listChargesRefunds,
  approveReview,
  listReviews,
  retrieveReview,
  cancelTopup,
  createTopup,
  createReversal,
  createTransfer,
  listTransfers,
  retrieveTransfer,
  listReversals,
  retrieveReversal,
  updateReversal,
  updateTransfer,
  retrieveMandate,
  showMicrodeposits,
  answerMicrodeposits,
  verifyPayment,
  verifySetup,
  listTopups,
  retrieveTopup,
  updateTopup,
  retrieveChargesRefund,
  updateChargesRefund,
  createForceCapture,
  createUnlinkedRefund,
  refundTransaction,
  createFile,
  fileContents,
  createLink,
  retrieveLink,
  updateLink,
  listLinks,
  showLink,
  createValueList,
  retrieveValueList,
  updateValueList,
  deleteValueList,
  listValueLists,
  createValueListItem,
  listThinEvents,
  retrieveThinEvent,
  createDestination,
  retrieveDestination,
  listDestinations,
  updateDestination,
  deleteDestination,
  enableDestination,
  disableDestination,
  pingDestination,
  ...searches,
  ...actions,
]
