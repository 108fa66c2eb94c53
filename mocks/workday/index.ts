import type { LazyVendor } from '../../src/engine/kit.js'
import { head } from './head.js'

/** Workday. Its parts are read when a sandbox takes it in: vendor.ts has them on one screen. */
export const workday: LazyVendor = { ...head, load: async () => (await import('./vendor.js')).workday }
