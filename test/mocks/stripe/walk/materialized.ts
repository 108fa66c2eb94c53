/** Types that no operation makes, and how one comes to be at Stripe: the walk has the sandbox make them of their ids (`materializeIds`). */
export const MATERIALIZED: Readonly<Record<string, string>> = {}
