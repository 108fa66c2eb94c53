import type { Behaviour } from '../../src/engine/kit.js'
import { createAccountLink } from './account-links/create.js'
import { createLoginLink } from './account-links/create-login.js'
import { createFeeRefund, refundFeeDirectly } from './application-fees/create-refund.js'
import { listFees } from './application-fees/list.js'
import { listFeeRefunds, retrieveFeeRefund, updateFeeRefund } from './application-fees/refunds.js'
import { retrieveFee } from './application-fees/retrieve.js'
import { listBalanceTransactions, listHistory } from './balance/list-transactions.js'
import { retrieveBalance } from './balance/retrieve.js'
import { retrieveBalanceTransaction, retrieveHistory } from './balance/retrieve-transaction.js'
import { retrieveBalanceSettings, updateBalanceSettings } from './balance-settings/settings.js'
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

/** What is modelled of what comes after a payment: the balance, disputes, payouts, and accounts that are paid. */
export const moneyBehaviours: readonly Behaviour[] = [
  createAccountLink,
  createLoginLink,
  createFeeRefund,
  refundFeeDirectly,
  listFees,
  listFeeRefunds,
  retrieveFeeRefund,
  updateFeeRefund,
  retrieveFee,
  listBalanceTransactions,
  listHistory,
  retrieveBalance,
  retrieveBalanceTransaction,
  retrieveHistory,
  retrieveBalanceSettings,
  updateBalanceSettings,
  closeChargesDispute,
  closeDispute,
  listDisputes,
  retrieveChargesDispute,
  retrieveDispute,
  updateChargesDispute,
  updateDispute,
  listWarnings,
  retrieveWarning,
  createAccountsBankAccount,
  createExternalAccount,
  deleteAccountsBankAccount,
  deleteExternalAccount,
  listExternalAccounts,
  retrieveAccountsBankAccount,
  retrieveExternalAccount,
  updateAccountsBankAccount,
  updateExternalAccount,
  retrieveMandate,
  cancelPayout,
  createPayout,
  listPayouts,
  retrievePayout,
  reversePayout,
  updatePayout,
  createPeople,
  createPerson,
  deletePeople,
  deletePerson,
  listPeople,
  listPersons,
  retrievePeople,
  retrievePerson,
  updatePeople,
  updatePerson,
  approveReview,
  listReviews,
  retrieveReview,
  cancelTopup,
  createTopup,
  listTopups,
  retrieveTopup,
  updateTopup,
  createTransfer,
  createReversal,
  listTransfers,
  retrieveTransfer,
  listReversals,
  retrieveReversal,
  updateReversal,
  updateTransfer,
]
