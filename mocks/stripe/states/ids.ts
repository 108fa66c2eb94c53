import type { IdForm } from '../../../src/engine/kit.js'

/** At least one digit or capital: what has none is a word (`requires_confirmation`). */
const DRAWN = '(?=[a-z]*[A-Z0-9])[A-Za-z0-9]'

/** What Stripe draws: a prefix that names the type, then letters and digits. `pm_card_visa` and its like are none. */
export const ids: readonly IdForm[] = [
  {
    pattern: new RegExp(`(_secret_)${DRAWN}{20,}`),
    example: (kept, seen, draw) => kept + draw(seen.length - kept.length),
    matcher: (kept) => `^\\w+${kept}\\w+$`,
  },
  {
    pattern: new RegExp(`\\b((?:[a-z]+_)+)${DRAWN}{13,}`),
    example: (kept, seen, draw) => kept + draw(seen.length - kept.length),
    matcher: (kept) => `^${kept}\\w+$`,
  },
]
