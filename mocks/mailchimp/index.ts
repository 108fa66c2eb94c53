import type { LazyVendor } from '../../src/engine/kit.js'
import { head } from './head.js'

/** Mailchimp, both APIs: Marketing and Transactional (Mandrill). Its parts are read when a sandbox takes it in: vendor.ts has them on one screen. */
export const mailchimp: LazyVendor = { ...head, load: async () => (await import('./vendor.js')).mailchimp }
