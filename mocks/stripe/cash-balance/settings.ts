import { behaviour } from '../api.js'
import { cashBalanceOf } from './cash-balance.js'
import { changeMode } from './reconcile.js'

/** @throws resource_missing (404) @source https://docs.stripe.com/api/cash_balance/retrieve (read 2026-11) */
export const retrieveCashBalance = behaviour('GET /v1/customers/{customer}/cash_balance', ({ params }, world) =>
  cashBalanceOf(world, world.customers.get(params.customer, 'customer').id),
)

/**
 * Says how a customer's money is used: `automatic`, `manual`, or as the account does it.
 * @throws resource_missing (404)  @emits those of `fundIntent`  @source https://docs.stripe.com/api/cash_balance/update (read 2026-11)
 */
export const updateCashBalance = behaviour(
  'POST /v1/customers/{customer}/cash_balance',
  ({ params, body = {} }, world) => {
    const customer = world.customers.get(params.customer, 'customer')
    changeMode(world, customer.id, body.settings?.reconciliation_mode)
    return cashBalanceOf(world, customer.id)
  },
)
