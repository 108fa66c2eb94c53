import type { AnyVendor } from './engine/vendor.js'

/** The vendors there are, each loaded when it is needed. */
export type Catalog = Readonly<Record<string, () => Promise<AnyVendor>>>

export const catalog: Catalog = {
  stripe: async () => (await import('../mocks/stripe/index.js')).stripe,
  mailchimp: async () => (await import('../mocks/mailchimp/index.js')).mailchimp,
  salesforce: async () => (await import('../mocks/salesforce/index.js')).salesforce,
  workday: async () => (await import('../mocks/workday/index.js')).workday,
}
