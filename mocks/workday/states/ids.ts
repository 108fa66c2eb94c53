import type { IdForm } from '../../../src/engine/kit.js'
import { VALUE_WID } from '../value-lists.js'

/**
 * WIDs that a tenant makes: 32 digits of base 16. Those of values that every tenant has are the same everywhere, and stay: in contracts they are
 * what a program sends to say submit, or which country.
 */
export const ids: readonly IdForm[] = [
  {
    pattern: new RegExp(`\\b()(?!${VALUE_WID}|d9e4(?:1a8c|223e)446c)[0-9a-f]{32}\\b`),
    example: (_kept, _seen, draw) => Buffer.from(draw(32)).toString('hex').slice(0, 32),
    matcher: () => '^[0-9a-f]{32}$',
  },
]
