import { z } from 'zod'
import { parseDuration, parseMoment } from '../time/duration.js'

/** A length of time on the world's clock: `10s`, `1h30m`, `P1M`. */
export const span = z.string().refine(readable(parseDuration), 'write a length of time as 10s, 90m, 2h or PT10S')

/** A moment: a length of time after the fault was added, or a time in ISO 8601. */
export const moment = z
  .string()
  .refine(
    (text) => readable(parseDuration)(text) || readable(parseMoment)(text),
    'write a length of time since the fault was added (0s, 90m), or a time (2026-11-24T10:00:00Z)',
  )

/** A name, or several. */
export const names = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)], 'write a name, or a list of them')

function readable(parse: (text: string) => unknown): (text: string) => boolean {
  return (text) => {
    try {
      parse(text)
      return true
    } catch {
      return false
    }
  }
}
