import type { MergeSurroundings } from './mailchimp-tags.js'

/** Turns of all loops of one rendering together. */
const MOST_TURNS = 50_000
/** Characters that one rendering may write. */
const MOST_WRITTEN = 10_000_000

export class HandlebarsFailure extends Error {
  override readonly name = 'HandlebarsFailure'
}

interface Rendering {
  readonly around: MergeSurroundings
  turns: number
  room: number
}

/** A rendering is synchronous and begins no other, so there is one at a time. */
let current: Rendering | undefined

export function rendering<T>(around: MergeSurroundings, work: () => T): T {
  current = { around, turns: MOST_TURNS, room: MOST_WRITTEN }
  try {
    return work()
  } finally {
    current = undefined
  }
}

export function surroundings(): MergeSurroundings {
  if (!current) throw new HandlebarsFailure('Nothing is being rendered.')
  return current.around
}

/** Counts a turn of a loop and what it wrote. @throws HandlebarsFailure past the bounds */
export function countTurn(written: number): void {
  if (!current) return
  if (--current.turns < 0) throw new HandlebarsFailure(`The template loops more than ${MOST_TURNS} times.`)
  current.room -= written
  if (current.room < 0) throw new HandlebarsFailure(`The template writes more than ${MOST_WRITTEN} characters.`)
}

/** @throws HandlebarsFailure where the longest value, put in as often as the template does, would be too much */
export function allow(insertions: number, values: object): void {
  if (insertions * longest(values) > MOST_WRITTEN) {
    throw new HandlebarsFailure(`The template writes more than ${MOST_WRITTEN} characters.`)
  }
}

function longest(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((most, inner) => Math.max(most, longest(inner)), 0)
}
