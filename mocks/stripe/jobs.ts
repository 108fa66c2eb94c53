import type { VendorDefinition } from '../../src/engine/kit.js'
import { verifyAccount } from './accounts/connected.js'
import { releaseBalance } from './balance/release.js'
import { settleCharge } from './charges/settle.js'
import { expireWhenDue } from './checkout-sessions/expiry.js'
import { expireCoupon } from './coupons/coupon.js'
import { type Decision, decideDispute, expireDispute } from './disputes/decide.js'
import { disputePayment } from './disputes/open.js'
import { expireAuthorization } from './payment-intents/expire.js'
import { settleDebit } from './payment-intents/settle-debit.js'
import { endPaymentVerification } from './payment-intents/verify-microdeposits.js'
import { endOf } from './payment-methods/microdeposits.js'
import { payOut } from './payouts/automatic.js'
import { arrivePayout, sendPayout } from './payouts/progress.js'
import { expirePromotionCode } from './promotion-codes/promotion-code.js'
import { expireWhenDue as expireRefundWhenDue, settleRefund } from './refunds/settle.js'
import { endSetupVerification } from './setup-intents/verify-microdeposits.js'
import { authorizeAtReader } from './terminal-readers/authorize.js'
import { arriveTopup } from './topups/arrive.js'
import type { StripeWorld } from './world.js'

/** What Stripe does some time after the request that asked for it. */
export const jobs: NonNullable<VendorDefinition<StripeWorld>['jobs']> = {
  'release balance': ({ at }, world) => releaseBalance(world, Number(at)),
  'settle charge': ({ charge: id }, world) => {
    const charge = world.charges.find(String(id))
    if (!charge || charge.balance_transaction !== null) return
    world.emit('charge.updated', settleCharge(world, charge), charge)
  },
  'expire authorization': ({ intent }, world) => expireAuthorization(world, String(intent)),
  'dispute payment': ({ charge, kind }, world) => disputePayment(world, String(charge), String(kind)),
  'decide dispute': ({ dispute, outcome }, world) => decideDispute(world, String(dispute), outcome as Decision),
  'dispute is due': ({ dispute }, world) => expireDispute(world, String(dispute)),
  'reader authorizes': ({ reader, host, origin }, world) =>
    authorizeAtReader(world, String(reader), { host: String(host), origin: String(origin) }),
  'settle debit': ({ intent, charge }, world) => settleDebit(world, String(intent), String(charge)),
  'microdeposits end': ({ intent, code }, world) => {
    endPaymentVerification(world, String(intent), endOf(String(code)))
    endSetupVerification(world, String(intent), endOf(String(code)))
  },
  'send payout': ({ payout }, world) => sendPayout(world, String(payout)),
  'payout arrives': ({ payout }, world) => arrivePayout(world, String(payout)),
  'pay out': (_data, world) => payOut(world),
  'topup arrives': ({ topup, fails }, world) =>
    arriveTopup(world, String(topup), typeof fails === 'string' ? fails : null),
  'verify account': (_data, world) => verifyAccount(world),
  'expire checkout session': ({ session }, world) => expireWhenDue(world, String(session)),
  'expire coupon': ({ coupon }, world) => expireCoupon(world, String(coupon)),
  'expire promotion code': ({ promotion_code: id }, world) => expirePromotionCode(world, String(id)),
  'expire refund': ({ refund }, world) => expireRefundWhenDue(world, String(refund)),
  'settle refund': ({ refund, fails }, world) => settleRefund(world, String(refund), fails === true),
}
