import type { Happening } from '../api/happenings.js'

/** Of a row, in pixels. */
export const ROW = 52
/** Of a lane, in pixels: where there are many, they stand closer. */
const WIDE = 92
const CLOSE = 58
const NARROW = 48
const TINY = 24
const MANY = 4
/** Of the window: below it the words need the room. */
const SMALL = 1000
const PHONE = 640
/** The lane of whoever integrates, and of the sandbox itself: clock, faults, scenario. */
export const PROGRAM = 0

export interface Lanes {
  readonly names: readonly string[]
  /** Of each, in pixels. */
  readonly width: number
  of(vendor: string | null): number
}

/** Your program, then each vendor that takes part, then the sandbox. */
export function lanesOf(happenings: readonly Happening[], order: readonly string[]): Lanes {
  const seen = new Set(happenings.map((each) => ('vendor' in each ? each.vendor : null)))
  const vendors = order.filter((name) => seen.has(name))
  const names = ['program', ...vendors, 'sandbox']
  return {
    names,
    width: innerWidth <= PHONE ? TINY : names.length <= MANY ? WIDE : innerWidth < SMALL ? NARROW : CLOSE,
    of: (vendor) => (vendor === null || !names.includes(vendor) ? names.length - 1 : names.indexOf(vendor)),
  }
}

export function middleOf({ width }: Lanes, lane: number): number {
  return lane * width + width / 2
}
