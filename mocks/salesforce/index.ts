import type { LazyVendor } from '../../src/engine/kit.js'
import { head } from './head.js'

/** Salesforce. Its parts are some hundred files, read when a sandbox takes it in: vendor.ts has them on one screen. */
export const salesforce: LazyVendor = { ...head, load: async () => (await import('./vendor.js')).salesforce }
