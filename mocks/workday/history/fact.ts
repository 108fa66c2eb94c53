import type { Day } from './dates.js'

/**
 * One thing that is so from a day on. It was entered at a moment, which may lie before that day (a hire to come) or after it (a
 * change made late). Nothing is ever overwritten: what was rescinded or corrected is only no longer seen from then on.
 */
export interface Fact<T> {
  readonly effective: Day
  /** Unix milliseconds on the world's clock. */
  readonly entered: number
  /** WID of the event that it came of. */
  readonly event: string
  readonly value: T
  /** When it was taken back, Unix milliseconds. */
  readonly rescinded?: number
}

/** From where the past and the future are seen: what is so on a day, as far as it was known at a moment. */
export interface AsOf {
  readonly effective: Day
  /** Unix milliseconds. */
  readonly entered: number
}

/** What is so as of then: the latest that is in effect, and of those of one day the one entered last. */
export function factAt<T>(facts: readonly Fact<T>[], asOf: AsOf): Fact<T> | undefined {
  let found: Fact<T> | undefined
  for (const fact of facts) {
    if (fact.effective > asOf.effective || !isKnown(fact, asOf.entered)) continue
    if (
      !found ||
      fact.effective > found.effective ||
      (fact.effective === found.effective && fact.entered >= found.entered)
    ) {
      found = fact
    }
  }
  return found
}

export function valueAt<T>(facts: readonly Fact<T>[], asOf: AsOf): T | undefined {
  return factAt(facts, asOf)?.value
}

/** Entered by then, and not taken back. */
export function isKnown(fact: Fact<unknown>, moment: number): boolean {
  return fact.entered <= moment && !(fact.rescinded !== undefined && fact.rescinded <= moment)
}

/** Those that are in force, whenever they take effect. */
export function standing<T>(facts: readonly Fact<T>[], moment: number): Fact<T>[] {
  return facts.filter((fact) => isKnown(fact, moment))
}

/** The same facts, without those of an event from a moment on. */
export function withoutEvent<T>(facts: readonly Fact<T>[], event: string, moment: number): Fact<T>[] {
  return facts.map((fact) =>
    fact.event === event && fact.rescinded === undefined ? { ...fact, rescinded: moment } : fact,
  )
}
