import { behaviour } from '../api.js'
import { balanceOf } from './total.js'

/** The sum of all balance transactions, what can be used now apart. @source https://docs.stripe.com/api/balance/balance_retrieve (read 2026-11-24) */
export const retrieveBalance = behaviour('GET /v1/balance', (_input, world) => balanceOf(world))
