import { confirmCard, createMethod, createToken } from './card-calls.js'
import { act, type ConfirmInput, confirm, retrieve } from './confirm.js'
import type { Setting } from './element.js'
import { Elements, type ElementsOptions } from './elements.js'
import { embed } from './embedded.js'
import { IntegrationError, notSimulated } from './integration-error.js'
import type { Intent } from './messages.js'
import { intentOf } from './secret.js'

/** `window.Stripe`, as far as docs/stripe-js.md says. */

/** Read at once: a script knows its own address only while it first runs. */
const source = new URL((document.currentScript as HTMLScriptElement | null)?.src ?? location.href)
const origin = source.origin
const api = source.host === 'js.stripe.com' ? 'https://api.stripe.com' : origin
/** Where pages of Checkout are. */
const checkout = source.host === 'js.stripe.com' ? 'https://checkout.stripe.com' : origin
const release = /^\/(\w+)\/stripe\.js$/.exec(source.pathname)?.[1]

/** What Stripe.js has beside what is made below. */
const NOT_SIMULATED = [
  'collectBankAccountForPayment',
  'collectBankAccountForSetup',
  'collectBankAccountToken',
  'collectFinancialConnectionsAccounts',
  'confirmAcssDebitPayment',
  'confirmAcssDebitSetup',
  'confirmAffirmPayment',
  'confirmAmazonPaySetup',
  'confirmBilliePayment',
  'confirmBlikSetup',
  'confirmPayByBankPayment',
  'initializePricing',
  'confirmAfterpayClearpayPayment',
  'confirmAlipayPayment',
  'confirmAuBecsDebitPayment',
  'confirmAuBecsDebitSetup',
  'confirmBacsDebitPayment',
  'confirmBacsDebitSetup',
  'confirmBancontactPayment',
  'confirmBancontactSetup',
  'confirmBlikPayment',
  'confirmBoletoPayment',
  'confirmBoletoSetup',
  'confirmCashappPayment',
  'confirmCashappSetup',
  'confirmCustomerBalancePayment',
  'confirmEpsPayment',
  'confirmFpxPayment',
  'confirmGiropayPayment',
  'confirmGrabPayPayment',
  'confirmIdealPayment',
  'confirmIdealSetup',
  'confirmKlarnaPayment',
  'confirmKonbiniPayment',
  'confirmMobilepayPayment',
  'confirmMultibancoPayment',
  'confirmOxxoPayment',
  'confirmP24Payment',
  'confirmPayPalPayment',
  'confirmPayPalSetup',
  'confirmPayNowPayment',
  'confirmPixPayment',
  'confirmPromptPayPayment',
  'confirmSepaDebitPayment',
  'confirmSepaDebitSetup',
  'confirmSofortPayment',
  'confirmSofortSetup',
  'confirmSwishPayment',
  'confirmTwintPayment',
  'confirmUsBankAccountPayment',
  'confirmUsBankAccountSetup',
  'confirmWechatPayPayment',
  'createConfirmationToken',
  'createEphemeralKeyNonce',
  'createRadarSession',
  'createSource',
  'initCheckout',
  'initCheckoutElementsSdk',
  'initCheckoutFormSdk',
  'paymentRequest',
  'processOrder',
  'redirectToCheckout',
  'retrieveOrder',
  'retrieveSource',
  'verifyIdentity',
  'verifyMicrodepositsForPayment',
  'verifyMicrodepositsForSetup',
]

function checkKey(key: unknown): string {
  if (typeof key !== 'string' || key === '') {
    throw new IntegrationError('Missing value for Stripe(): apiKey should be a string.')
  }
  if (/^(?:pk|sk|rk)_live_/.test(key)) {
    throw new IntegrationError(
      'A live mode key was given to Standin, a stand-in for Stripe on this machine. It was sent nowhere. Use the publishable test key that `standin env` prints.',
    )
  }
  if (!key.startsWith('pk_')) {
    throw new IntegrationError(
      'You should not use your secret key with Stripe.js. Please pass a publishable key instead.',
    )
  }
  return key
}

function instanceOf(apiKey: unknown): object {
  const setting: Setting = { api, key: checkKey(apiKey), origin }
  const refused = NOT_SIMULATED.map((name) => [
    name,
    () => {
      throw notSimulated(`stripe.${name}()`)
    },
  ])
  return {
    ...Object.fromEntries(refused),
    elements: (options: ElementsOptions = {}) => new Elements(setting, { ...options }),
    confirmPayment: (input: ConfirmInput) => confirm(setting, 'payment_intent', 'stripe.confirmPayment()', input),
    confirmSetup: (input: ConfirmInput) => confirm(setting, 'setup_intent', 'stripe.confirmSetup()', input),
    confirmCardPayment: (secret: string, data?: object, options?: object) =>
      confirmCard(setting, 'payment_intent', 'stripe.confirmCardPayment()', secret, { ...data }, options),
    confirmCardSetup: (secret: string, data?: object, options?: object) =>
      confirmCard(setting, 'setup_intent', 'stripe.confirmCardSetup()', secret, { ...data }, options),
    createPaymentMethod: (input: object) => createMethod(setting, { ...input }),
    createEmbeddedCheckoutPage: (options: object) => embed(checkout, { ...options }),
    // Its name before 2026.
    initEmbeddedCheckout: (options: object) => embed(checkout, { ...options }),
    createToken,
    retrievePaymentIntent: async (secret: string) =>
      retrieve(setting, intentOf(secret, 'stripe.retrievePaymentIntent()', 'payment_intent')),
    retrieveSetupIntent: async (secret: string) =>
      retrieve(setting, intentOf(secret, 'stripe.retrieveSetupIntent()', 'setup_intent')),
    handleNextAction: ({ clientSecret }: { clientSecret: string }) =>
      nextAction(setting, clientSecret, 'stripe.handleNextAction()'),
    handleCardAction: (secret: string) => nextAction(setting, secret, 'stripe.handleCardAction()'),
    // Wrappers tell their name and version here; React's checks for it.
    _registerWrapper: () => {},
    registerAppInfo: () => {},
  }
}

async function nextAction(setting: Setting, secret: string, caller: string) {
  const named = intentOf(secret, caller)
  const { error, paymentIntent, setupIntent } = await retrieve(setting, named)
  return error ? { error } : act(setting, named, (paymentIntent ?? setupIntent) as Intent)
}

const Stripe = Object.assign((key: unknown) => instanceOf(key), { version: release && release !== 'v3' ? release : 3 })
Object.assign(globalThis, { Stripe })
