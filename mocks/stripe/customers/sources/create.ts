import { behaviour } from '../../api.js'
import { giveSource } from './default.js'

/**
 * Gives a customer a card or a bank account, of a token or whole, or a source. A bank account is new until it is verified, a card is checked with its bank.
 * @throws resource_missing (404, 400), token_already_used (400)  @refuses card_declined and its kin (402)
 * @emits payment_method.attached, customer.source.created, customer.updated
 * @source https://docs.stripe.com/api/cards/create, https://docs.stripe.com/api/sources/attach (read 2026-11-24); the events as listed by others who ran it against Stripe's test mode
 */
export const createSource = behaviour('POST /v1/customers/{customer}/sources', ({ params, body, call }, world) =>
  giveSource(world, world.customers.get(params.customer, 'customer'), { ...body, call }),
)

/** By an older path. @throws resource_missing (404, 400) @source https://docs.stripe.com/api/cards/create (read 2026-11-24) */
export const createCard = behaviour('POST /v1/customers/{customer}/cards', ({ params, body, call }, world) =>
  giveSource(world, world.customers.get(params.customer, 'customer'), { ...body, call }),
)

/** By an older path. @throws resource_missing (404, 400) @source https://docs.stripe.com/api/customer_bank_accounts/create (read 2026-11-24) */
export const createBankAccount = behaviour(
  'POST /v1/customers/{customer}/bank_accounts',
  ({ params, body, call }, world) =>
    giveSource(world, world.customers.get(params.customer, 'customer'), { ...body, call }),
)
