import type { Behaviour } from '../../src/engine/kit.js'
import { createSession } from './checkout-sessions/create.js'
import { expire as expireSession } from './checkout-sessions/expire.js'
import { listSessions } from './checkout-sessions/list.js'
import { listSessionItems } from './checkout-sessions/list-line-items.js'
import { updateSession } from './checkout-sessions/update.js'
import { createCoupon } from './coupons/create.js'
import { deleteCoupon } from './coupons/delete.js'
import { updateCoupon } from './coupons/update.js'
import { createCustomerSession } from './customer-sessions/create.js'
import { openLink } from './pages/checkout/link.js'
import { recoverSession } from './pages/checkout/recover.js'
import { returnToCheckout } from './pages/checkout/returned.js'
import { showCheckout } from './pages/checkout/show.js'
import { submitCheckout } from './pages/checkout/submit.js'
import { showReceipt } from './pages/receipt.js'
import { elementFrame } from './pages/stripe-js/element-frame.js'
import { preflights } from './pages/stripe-js/preflight.js'
import { stripeJs, stripeJsFiles, stripeJsOfRelease } from './pages/stripe-js/scripts.js'
import { createPaymentLink } from './payment-links/create.js'
import { listLinkItems } from './payment-links/list-line-items.js'
import { updatePaymentLink } from './payment-links/update.js'
import { createPrice } from './prices/create.js'
import { listPrices } from './prices/list.js'
import { updatePrice } from './prices/update.js'
import { createProduct } from './products/create.js'
import { deleteProduct } from './products/delete.js'
import { listProducts } from './products/list.js'
import { updateProduct } from './products/update.js'
import { createPromotionCode } from './promotion-codes/create.js'
import { listPromotionCodes } from './promotion-codes/list.js'
import { updatePromotionCode } from './promotion-codes/update.js'
import { createShippingRate } from './shipping-rates/create.js'

/** What a shop sells, and how it is paid for on Stripe's own pages or in the shop's with Stripe.js. */
export const shopBehaviours: readonly Behaviour[] = [
  createProduct,
  updateProduct,
  deleteProduct,
  listProducts,
  createPrice,
  updatePrice,
  listPrices,
  createCoupon,
  updateCoupon,
  deleteCoupon,
  createPromotionCode,
  updatePromotionCode,
  listPromotionCodes,
  createShippingRate,
  createSession,
  updateSession,
  expireSession,
  listSessions,
  listSessionItems,
  createPaymentLink,
  updatePaymentLink,
  listLinkItems,
  createCustomerSession,
  showCheckout,
  submitCheckout,
  returnToCheckout,
  openLink,
  recoverSession,
  showReceipt,
  stripeJs,
  stripeJsOfRelease,
  stripeJsFiles,
  elementFrame,
  ...preflights,
]
