import { behaviour } from '../api.js'
import { insertRate } from './shipping-rate.js'

/**
 * Creates a way of shipping at a fixed price, in minor units.
 * @throws parameter_missing (400)  @source https://docs.stripe.com/api/shipping_rates/create (read 2026-11-24)
 */
export const createShippingRate = behaviour('POST /v1/shipping_rates', ({ body }, world) => insertRate(world, body))
