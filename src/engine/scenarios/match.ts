import { z } from 'zod'
import { whenSchema } from '../faults/schema.js'

/** One, or several of them. */
export function oneOrMore<T extends z.ZodType>(each: T) {
  return z.union([each, z.array(each).min(1)])
}

const classes = ['2xx', '3xx', '4xx', '5xx'] as const

/** What was answered: an HTTP status, a class of them, or nothing at all (cut off, hung). */
export const statusSchema = oneOrMore(z.union([z.int().min(100).max(599), z.enum([...classes, 'none'])])).describe(
  'What was answered: 402, 4xx, `none` (the connection was cut, or no answer came), or several of them.',
)

/** Which requests of the integration are meant; matched as those of a fault. */
export const callsSchema = whenSchema
  .pick({ vendor: true, operation: true, body: true, query: true, header: true })
  .extend({ status: statusSchema.optional() })

export type Calls = z.infer<typeof callsSchema>
export type Status = z.infer<typeof statusSchema>

export const count = z.int().min(0)

/** How many are right. One of the three, or a least and a most. */
export const bounds = {
  atLeast: z.int().min(1).optional().describe('So many or more.'),
  atMost: count.optional().describe('So many or fewer.'),
  exactly: count.optional().describe('So many, no more and no fewer.'),
}

export interface Bounds {
  readonly atLeast?: number | undefined
  readonly atMost?: number | undefined
  readonly exactly?: number | undefined
}

/** For `superRefine` of what has bounds. */
export function checkBounds({ atLeast, atMost, exactly }: Bounds, context: z.core.$RefinementCtx): void {
  const say = (message: string) => context.addIssue({ code: 'custom', message, path: [], input: undefined })
  if (exactly === undefined && atLeast === undefined && atMost === undefined) {
    say('say how many: atMost, atLeast or exactly')
  } else if (exactly !== undefined && (atLeast !== undefined || atMost !== undefined)) {
    say('exactly stands alone; take it away, or atMost and atLeast')
  } else if (atLeast !== undefined && atMost !== undefined && atMost < atLeast) {
    say('atMost is less than atLeast: no number fits both')
  }
}
