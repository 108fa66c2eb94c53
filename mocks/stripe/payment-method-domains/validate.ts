import { behaviour, type Schemas } from '../api.js'

type Domain = Schemas['payment_method_domain']
type Method = Domain['apple_pay']

const METHODS = ['amazon_pay', 'apple_pay', 'google_pay', 'klarna', 'link', 'paypal'] as const

/**
 * Looks at a domain again: one that the wallets can reach is active for all of them. Nobody is asked; its name decides.
 * @throws resource_missing (404)
 * @source https://docs.stripe.com/payments/payment-methods/pmd-registration (from memory); @unverified which names stay inactive, and the sentence
 */
export const validateDomain = behaviour(
  'POST /v1/payment_method_domains/{payment_method_domain}/validate',
  ({ params }, world) => {
    const domains = world.collection<Domain>('payment_method_domain')
    const domain = domains.get(params.payment_method_domain, 'payment_method_domain')
    const method = stateOf(domain)
    return domains.update(domain.id, Object.fromEntries(METHODS.map((name) => [name, method])))
  },
)

function stateOf({ domain_name: name }: Domain): Method {
  if (isPublic(name)) return { status: 'active' }
  return {
    status: 'inactive',
    status_details: { error_message: `The domain ${name} could not be verified: it is not reachable in public.` },
  }
}

function isPublic(name: string): boolean {
  return /^(?:[a-z\d-]+\.)+[a-z][a-z\d-]+$/i.test(name) && !/\.(?:localhost|local|internal)$/i.test(name)
}
