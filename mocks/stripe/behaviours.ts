import type { Behaviour } from '../../src/engine/kit.js'
import { retrieveOwn } from './accounts/retrieve-own.js'
import { actions } from './actions/families.js'
import { createSecret } from './apps/create-secret.js'
import { deleteSecret } from './apps/delete-secret.js'
import { findSecret, listSecrets } from './apps/read-secrets.js'
import { captureDirectly } from './charges/capture.js'
import { createCharge } from './charges/create.js'
import { listCharges } from './charges/list.js'
import { retrieveCharge } from './charges/retrieve.js'
import { updateCharge } from './charges/update.js'
import { createCustomer } from './customers/create.js'
import { deleteCustomer } from './customers/delete.js'
import { listCustomers } from './customers/list.js'
import { retrieveCustomer } from './customers/retrieve.js'
import { createBankAccount, createCard, createSource } from './customers/sources/create.js'
import { deleteBankAccount, deleteCard, deleteSource } from './customers/sources/delete.js'
import { listBankAccounts, listCards, listSources } from './customers/sources/list.js'
import { retrieveBankAccount, retrieveCard, retrieveSource } from './customers/sources/retrieve.js'
import { updateBankAccount, updateCard, updateSource } from './customers/sources/update.js'
import { verifyBankAccount, verifySource } from './customers/sources/verify.js'
import { updateCustomer } from './customers/update.js'
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
import { fileContents } from './files/contents.js'
import { createFile } from './files/create.js'
import { createLink, listLinks, retrieveLink, updateLink } from './files/links.js'
import { showLink } from './files/show-link.js'
import { createForceCapture, createUnlinkedRefund, refundTransaction } from './issuing/transactions.js'
import { moneyBehaviours } from './money-behaviours.js'
import { answerAuthentication, showAuthentication } from './pages/authenticate.js'
import { cancel as cancelPaymentIntent } from './payment-intents/cancel.js'
import { capture } from './payment-intents/capture.js'
import { confirm as confirmPaymentIntent } from './payment-intents/confirm.js'
import { createPaymentIntent } from './payment-intents/create.js'
import { incrementAuthorization } from './payment-intents/increment-authorization.js'
import { listPaymentIntents } from './payment-intents/list.js'
import { retrievePaymentIntent } from './payment-intents/retrieve.js'
import { updatePaymentIntent } from './payment-intents/update.js'
import { verifyPayment } from './payment-intents/verify-microdeposits.js'
import { validateDomain } from './payment-method-domains/validate.js'
import { attach } from './payment-methods/attach.js'
import { createMethod } from './payment-methods/create.js'
import { detach } from './payment-methods/detach.js'
import { listCustomersMethods, listMethods } from './payment-methods/list.js'
import { retrieveCustomersMethod, retrieveMethod } from './payment-methods/retrieve.js'
import { updateMethod } from './payment-methods/update.js'
import { createValueListItem } from './radar/items.js'
import { createValueList, deleteValueList, listValueLists, retrieveValueList, updateValueList } from './radar/lists.js'
import { cancelRefund } from './refunds/cancel.js'
import { createChargesRefund, createRefund, refundChargeDirectly } from './refunds/create.js'
import { expireRefund } from './refunds/expire.js'
import { listChargesRefunds, listRefunds } from './refunds/list.js'
import { retrieveChargesRefund, updateChargesRefund } from './refunds/of-charge.js'
import { retrieveRefund } from './refunds/retrieve.js'
import { updateRefund } from './refunds/update.js'
import { searches } from './search/search.js'
import { cancel as cancelSetupIntent } from './setup-intents/cancel.js'
import { confirm as confirmSetupIntent } from './setup-intents/confirm.js'
import { createSetupIntent } from './setup-intents/create.js'
import { listSetupIntents } from './setup-intents/list.js'
import { retrieveSetupIntent } from './setup-intents/retrieve.js'
import { updateSetupIntent } from './setup-intents/update.js'
import { verifySetup } from './setup-intents/verify-microdeposits.js'
import { shopBehaviours } from './shop-behaviours.js'
import { createSourceObject } from './sources/create.js'
import { retrieveSourceObject } from './sources/retrieve.js'
import { updateSourceObject } from './sources/update.js'
import { createToken } from './tokens/create.js'
import { retrieveToken } from './tokens/retrieve.js'
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
  ...moneyBehaviours,
  ...shopBehaviours,
  createChargesRefund,
  refundChargeDirectly,
  expireRefund,
  listChargesRefunds,
  verifyPayment,
  verifySetup,
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
  createSource,
  createCard,
  createBankAccount,
  retrieveSource,
  retrieveCard,
  retrieveBankAccount,
  listSources,
  listCards,
  listBankAccounts,
  updateSource,
  updateCard,
  updateBankAccount,
  deleteSource,
  deleteCard,
  deleteBankAccount,
  createSourceObject,
  retrieveSourceObject,
  updateSourceObject,
  verifySource,
  verifyBankAccount,
  validateDomain,
  createSecret,
  listSecrets,
  findSecret,
  deleteSecret,
  ...searches,
  ...actions,
]
