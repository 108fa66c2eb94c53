import { behaviour } from '../api.js'
import { invalidRequest } from '../errors.js'

/** Seconds for which a page may use it. @unverified (from memory) */
const LASTS = 30 * 60

const FILTERS = { payment_method_allow_redisplay_filters: null, payment_method_remove: null }
const SHOWN = {
  ...FILTERS,
  payment_method_redisplay: null,
  payment_method_save: null,
  payment_method_save_allow_redisplay_override: null,
}
const ELEMENT = {
  payment_method_allow_redisplay_filters: ['always'],
  payment_method_redisplay: 'disabled',
  payment_method_redisplay_limit: 3,
  payment_method_remove: 'disabled',
  payment_method_save: 'disabled',
  payment_method_save_usage: null,
}
/** Each component with the features that it has where none are asked for. */
const COMPONENTS: Readonly<Record<string, object | undefined>> = {
  active_entitlements: undefined,
  buy_button: undefined,
  customer_portal: undefined,
  customer_sheet: FILTERS,
  mobile_payment_element: SHOWN,
  payment_element: ELEMENT,
  pricing_table: undefined,
}

type Given = Readonly<Record<string, { readonly enabled: boolean; readonly features?: object } | undefined>>

function componentsOf(given: Given) {
  const shown = Object.entries(COMPONENTS).map(([name, defaults]) => {
    const { enabled = false, features } = given[name] ?? {}
    if (!defaults) return [name, { enabled }]
    return [name, { enabled, features: enabled ? { ...defaults, ...features } : null }]
  })
  return Object.fromEntries(shown)
}

/**
 * Lets a page show what belongs to a customer, for a short time. Which components it has is answered; the Stripe.js stand-in does not
 * read it yet.
 * @throws resource_missing, parameter_missing (400)
 * @source https://docs.stripe.com/api/customer_sessions/create (read 2026-11-24); @unverified features that are not given
 */
export const createCustomerSession = behaviour('POST /v1/customer_sessions', ({ body }, world) => {
  const given = body.components as Given
  if (body.customer === undefined) {
    throw invalidRequest('Missing required param: customer.', { code: 'parameter_missing', param: 'customer' })
  }
  if (!Object.values(given).some((component) => component?.enabled)) {
    throw invalidRequest('`components` must enable at least one component.', {
      code: 'parameter_missing',
      param: 'components',
    })
  }
  const { id: customer } = world.customers.named(body.customer, 'customer')
  const now = world.now()
  return {
    object: 'customer_session' as const,
    client_secret: `cuss_secret_${world.port.random.base62(40)}`,
    components: componentsOf(given),
    created: now,
    customer,
    customer_account: null,
    expires_at: now + LASTS,
    livemode: false,
  }
})
