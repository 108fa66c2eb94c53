import { z } from 'zod'
import { whenSchema } from '../faults/schema.js'
import { span } from '../faults/schema-parts.js'
import { bounds, callsSchema, checkBounds, oneOrMore, statusSchema } from './match.js'

const { operation, vendor } = whenSchema.shape
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const key = operation.unwrap().describe('Key of the operation, or several; `*` stands for anything.')
const calls = callsSchema.extend({ operation: key })
const per = z
  .string()
  .min(1)
  .describe('Counted apart for each value of this: `body.metadata.order_id`, `query.email`, `header.x`, `path.id`.')

const KINDS = {
  calls: calls
    .extend({ per: per.optional(), ...bounds })
    .superRefine(checkBounds)
    .describe('How often the integration asks for something.'),
  never: calls.describe('The integration never asks for this.'),
  retried: calls
    .omit({ status: true })
    .extend({
      status: statusSchema.optional().describe('The failures that are meant; default 429, 5xx and no answer.'),
      backoff: z
        .boolean()
        .optional()
        .describe('Whether the pauses must be real ones that do not shrink; default true.'),
      pause: span.optional().describe('The shortest pause that counts as one, wall time; default 100ms.'),
      attempts: z.int().min(2).optional().describe('At most so many attempts; default 10.'),
    })
    .describe('What fails for a passing reason is asked again, after pauses.'),
  sameKey: calls
    .omit({ status: true })
    .extend({
      per: per.optional().describe('What makes two requests the same piece of work; default the same body.'),
    })
    .describe('A retry carries the idempotency key of the first attempt, and other work another one.'),
  retryAfter: callsSchema
    .omit({ status: true })
    .describe('Nothing like it is asked before the time that a Retry-After header named (wall time).'),
  refreshed: z
    .strictObject({
      vendor,
      by: key.describe('The operation that gives a new token.'),
      atMost: z.int().min(1).optional().describe('So many new tokens in all; default 1.'),
    })
    .describe('After a 401 the integration gets a new token, once, and asks again with it.'),
  paged: z
    .strictObject({
      vendor,
      operation: key,
      cursor: z.string().min(1).describe('The parameter of the query that names the next page: starting_after.'),
      last: z.record(z.string().min(1), scalar).describe('What the last page holds: {has_more: false}.'),
    })
    .describe('All pages are asked for, none of them twice, and nothing after the last.'),
  stopped: z
    .strictObject({
      vendor,
      after: callsSchema.describe('The first request like this.'),
      atMost: z.int().min(0).describe('How many requests may still follow.'),
      operation: key.optional().describe('Only requests like these count; default all of the vendor.'),
      within: span.optional().describe('Only those so soon after it count, wall time; default all.'),
    })
    .describe('The integration stops asking when it has been told why it must.'),
  delivered: z
    .strictObject({
      vendor,
      event: oneOrMore(z.string().min(1)).describe('Type of the event, or several; `*` stands for anything.'),
      answer: z.enum(['accepted', 'refused']).describe('As the endpoint must have answered.'),
      fault: z.string().min(1).optional().describe('Only deliveries that met the fault of this name.'),
      of: z
        .enum(['every attempt', 'the last attempt', 'some attempt'])
        .optional()
        .describe('Default: the last attempt.'),
      within: span.optional().describe('The answer took no longer, wall time.'),
    })
    .describe('What the webhook endpoint of the integration answers.'),
  rows: z
    .strictObject({
      vendor,
      of: z.string().min(1).describe("The vendor's own name of the resource: charge, Contact, member."),
      where: z
        .record(z.string().min(1), whenSchema.shape.body.unwrap().valueType)
        .optional()
        .describe('By dotted path: {status: succeeded}.'),
      per: z
        .string()
        .min(1)
        .optional()
        .describe('Counted apart for each value at this dotted path: metadata.order_id.'),
      ...bounds,
    })
    .superRefine(checkBounds)
    .describe("How many there are in the vendor's records in the end."),
  exits: z.int().min(0).max(255).describe('The code that the command of `scenario run` ends with.'),
}

const optional = Object.fromEntries(Object.entries(KINDS).map(([kind, schema]) => [kind, schema.optional()])) as {
  [K in keyof typeof KINDS]: z.ZodOptional<(typeof KINDS)[K]>
}

/** One thing that must be true in the end. Exactly one of these names, and in `because` why it matters. */
export const expectationSchema = z
  .strictObject({
    because: z.string().min(1).optional().describe('Why it matters, in plain words.'),
    ...optional,
  })
  .superRefine((expectation, context) => {
    const given = Object.keys(expectation).filter((name) => name !== 'because')
    if (given.length === 1) return
    const said = given.length === 0 ? 'nothing is expected' : `${given.join(' and ')} stand together`
    context.addIssue({ code: 'custom', message: `${said}: write one expectation an item` })
  })

export type Expectation = z.infer<typeof expectationSchema>
export type ExpectationKind = keyof typeof KINDS
/** What stands under a kind's name. */
export type Wanted<K extends ExpectationKind> = z.infer<(typeof KINDS)[K]>
