import type { Behaviour } from '../../src/engine/kit.js'
import { createAccountLink } from './account-links/create.js'
import { createLoginLink } from './account-links/create-login.js'
import { listCapabilities, retrieveCapability, updateCapability } from './accounts/capabilities.js'
import { createAccount } from './accounts/create.js'
import { deleteAccount } from './accounts/delete.js'
import { listAccounts } from './accounts/list.js'
import { rejectAccount, unrejectAccount } from './accounts/reject.js'
import { retrieveAccount } from './accounts/retrieve.js'
import { updateAccount } from './accounts/update.js'
import { createFeeRefund, refundFeeDirectly } from './application-fees/create-refund.js'
import { listFees } from './application-fees/list.js'
import { listFeeRefunds, retrieveFeeRefund, updateFeeRefund } from './application-fees/refunds.js'
import { retrieveFee } from './application-fees/retrieve.js'
import { listBalanceTransactions, listHistory } from './balance/list-transactions.js'
import { retrieveBalance } from './balance/retrieve.js'
import { retrieveBalanceTransaction, retrieveHistory } from './balance/retrieve-transaction.js'
import { retrieveBalanceSettings, updateBalanceSettings } from './balance-settings/settings.js'
import { fundCashBalance } from './cash-balance/fund.js'
import { createFundingInstructions } from './cash-balance/funding-instructions.js'
import { retrieveCashBalance, updateCashBalance } from './cash-balance/settings.js'
import { listCashTransactions, retrieveCashTransaction } from './cash-balance/transactions.js'
import { closeChargesDispute, closeDispute } from './disputes/close.js'
import { listDisputes } from './disputes/list.js'
import { retrieveChargesDispute, retrieveDispute } from './disputes/retrieve.js'
import { updateChargesDispute, updateDispute } from './disputes/update.js'
import { listWarnings } from './early-fraud-warnings/list.js'
import { retrieveWarning } from './early-fraud-warnings/retrieve.js'
import { createAccountsBankAccount, createExternalAccount } from './external-accounts/create.js'
import { deleteAccountsBankAccount, deleteExternalAccount } from './external-accounts/delete.js'
import { listExternalAccounts } from './external-accounts/list.js'
import { retrieveAccountsBankAccount, retrieveExternalAccount } from './external-accounts/retrieve.js'
import { updateAccountsBankAccount, updateExternalAccount } from './external-accounts/update.js'
import { retrieveMandate } from './mandates/retrieve.js'
import { answerAuthorize, answerExpressAuthorize, authorize, authorizeExpress } from './oauth/authorize.js'
import { deauthorize } from './oauth/deauthorize.js'
import { token } from './oauth/token.js'
import { sendTransfer, showTransferInstructions } from './pages/bank-transfer.js'
import { answerMicrodeposits, showMicrodeposits } from './pages/microdeposits.js'
import { answerOnboarding, showExpressDashboard, showOnboarding } from './pages/onboarding.js'
import { applyCustomerBalance } from './payment-intents/apply-customer-balance.js'
import { paymentRecordBehaviours } from './payment-records/behaviours.js'
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
import { approveReview } from './reviews/approve.js'
import { listReviews } from './reviews/list.js'
import { retrieveReview } from './reviews/retrieve.js'
import { taxBehaviours } from './tax/behaviours.js'
import { readerBehaviours } from './terminal-readers/behaviours.js'
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

/** Where the money goes: balance, payouts, disputes, bank debits and transfers, connected accounts. */
export const moneyBehaviours: readonly Behaviour[] = [
  retrieveBalance,
  listBalanceTransactions,
  retrieveBalanceTransaction,
  listHistory,
  retrieveHistory,
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
  showTransferInstructions,
  sendTransfer,
  fundCashBalance,
  createFundingInstructions,
  retrieveCashBalance,
  updateCashBalance,
  listCashTransactions,
  retrieveCashTransaction,
  applyCustomerBalance,
  listTopups,
  retrieveTopup,
  updateTopup,
  authorize,
  authorizeExpress,
  answerAuthorize,
  answerExpressAuthorize,
  token,
  deauthorize,
  ...readerBehaviours,
  ...paymentRecordBehaviours,
  ...taxBehaviours,
]
