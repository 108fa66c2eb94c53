import { behaviour } from '../api.js'

/** The account that the key belongs to. @source https://docs.stripe.com/api/accounts/retrieve (read 2026-11-24) */
export const retrieveOwn = behaviour('GET /v1/account', (_input, world) => world.account)
