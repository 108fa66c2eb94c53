/** A template that cannot be rendered, or does more than it may. */
export class MergeFailure extends Error {
  override readonly name = 'MergeFailure'
}

/** Characters that one rendering may write. */
export const MOST_WRITTEN = 10_000_000

export function tooMuch(): MergeFailure {
  return new MergeFailure(`The template writes more than ${MOST_WRITTEN} characters.`)
}
