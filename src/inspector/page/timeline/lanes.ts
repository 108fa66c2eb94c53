import type { Happening } from '../api/happenings.js'

/** Of a lane, in pixels. */
export const LANE = 84
export const ROW = 52
/** The lane of whoever integrates, and of the sandbox itself: clock, faults, scenario. */
export const PROGRAM = 0

export interface Lanes {
  readonly names: readonly string[]
  of(vendor: string | null): number
}

/** Your program, then each vendor that takes part, then the sandbox. */
export function lanesOf(happenings: readonly Happening[], order: readonly string[]): Lanes {
  const seen = new Set(happenings.map((each) => ('vendor' in each ? each.vendor : null)))
  const vendors = order.filter((name) => seen.has(name))
  const names = ['program', ...vendors, 'sandbox']
  return {
    names,
    of: (vendor) => (vendor === null || !names.includes(vendor) ? names.length - 1 : names.indexOf(vendor)),
  }
}

export function middleOf(lane: number): number {
  return lane * LANE + LANE / 2
}
