import type { IdForm } from '../../../src/engine/kit.js'
import { suffixOf } from '../records/ids.js'

/** Ids of 15 and 18 characters, and what opens a session; in examples of those an `S` stands where real orgs have a zero. */
export const ids: readonly IdForm[] = [
  {
    pattern: /\b(00D)\w{12}![\w.]{20,}/,
    example: (kept, _seen, draw) => `${kept}exS${draw(9)}!AQ${draw(40)}`,
    matcher: () => '^00D\\w{12}![\\w.]+$',
  },
  {
    pattern: /\b([A-Za-z0-9]{3})[A-Za-z0-9]{2}[0S][A-Za-z0-9]{9}(?:[A-Z0-5]{3})?\b/,
    example: (kept, seen, draw) => {
      const id15 = `${kept}ex${kept === '00D' ? 'S' : '0'}${draw(9)}`
      return seen.length === 15 ? id15 : id15 + suffixOf(id15)
    },
    matcher: (kept) => `^${kept}[A-Za-z0-9]{12}(?:[A-Z0-5]{3})?$`,
  },
]
