import { MergeFailure, MOST_WRITTEN, tooMuch } from './failure.js'
import type { MergeSurroundings } from './mailchimp-tags.js'

/** Turns of all loops of one rendering together. */
const MOST_TURNS = 50_000

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
  if (!current) throw new MergeFailure('Nothing is being rendered.')
  return current.around
}

/** Counts a turn of a loop and what it wrote. @throws MergeFailure past the bounds */
export function countTurn(written: number): void {
  if (!current) return
  if (--current.turns < 0) throw new MergeFailure(`The template loops more than ${MOST_TURNS} times.`)
  current.room -= written
  if (current.room < 0) throw tooMuch()
}

/** @throws MergeFailure where the longest value, put in as often as the template does, would be too much */
export function allow(insertions: number, values: object): void {
  if (insertions * longest(values) > MOST_WRITTEN) throw tooMuch()
}

function longest(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce<number>((most, inner) => Math.max(most, longest(inner)), 0)
}
