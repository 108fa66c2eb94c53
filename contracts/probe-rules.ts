/** What probing has to know of a vendor's own test mode. */
export interface ProbeRules {
  /** Hosts at which test mode is served, beside loopback. */
  testHosts: readonly string[]
  /** Variable that a test credential is read from. */
  variable: string
  /** Whether a credential is one of test mode for certain, or a live one; `unknown` is refused too. */
  modeOf: (credential: string) => 'test' | 'live' | 'unknown'
  /** Headers that say who calls. */
  authorize: (credential: string) => Readonly<Record<string, string>>
  /** Header by which a repeated request is known; each request gets a value of its own. */
  idempotencyHeader?: string
  /**
   * What brings a provider state about that the contract itself has no request for: nothing at all, or a request whose answer's
   * `id` stands for the state's. Undefined: it cannot be brought about.
   */
  given: (state: string, params: Readonly<Record<string, unknown>>) => 'nothing' | Given | undefined
}

export interface Given {
  method: string
  path: string
  form: Readonly<Record<string, string>>
  /** The contract's name for what is made. */
  id: string
}

/** By vendor, each loaded when it is needed. */
const rules: Record<string, () => Promise<ProbeRules>> = {
  stripe: async () => (await import('./stripe/probe-rules.js')).stripeProbeRules,
}

export const probedVendors: readonly string[] = Object.keys(rules)

export async function probeRulesOf(vendor: string): Promise<ProbeRules | undefined> {
  return rules[vendor]?.()
}
