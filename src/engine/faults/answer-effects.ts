import type { EffectOf } from './effect-schema.js'

/** What a fault does to an answer, after the commit. A delay is that of a batch's part. */
export type AnswerEffect =
  | EffectOf<'drip' | 'truncate' | 'content-type' | 'data'>
  | { readonly kind: 'delay'; readonly milliseconds: number }
