/**
 * One thing that goes wrong on purpose, as a person writes it: the same in a scenario's YAML, at the control API, for
 * `standin faults add` and for `world.fault(...)`. Plain data, unchanged by being parsed.
 */
import { z } from 'zod'
import { type EffectKind, effectSchema } from './effect-schema.js'
import { moment, names } from './schema-parts.js'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const pattern = z
  .strictObject({ matches: z.string().min(1).max(1000).refine(compiles, 'this is no regular expression') })
  .describe('A regular expression that is found in the value.')
const expected = z
  .union([scalar, pattern], 'write the value itself, or {matches: a regular expression}')
  .describe('The value itself, or {matches: a regular expression}. null also fits what is absent.')
const fields = z.record(z.string().min(1), expected)

/** Which requests, connections or deliveries a fault is for. All that is given must fit; without anything, all of them. */
export const whenSchema = z.strictObject({
  vendor: z.string().min(1).optional().describe('Name of the vendor.'),
  operation: names
    .optional()
    .describe('Key of the operation, or several: `POST /v1/charges`. `*` stands for anything: `POST /v1/charges*`.'),
  body: fields
    .optional()
    .describe(
      'By dotted path into the decoded body: `metadata.order_id`. A number also fits its text, since a form has only text. Of a webhook: its own body.',
    ),
  query: fields.optional().describe('The same of the query.'),
  header: fields.optional().describe('By name, whatever its case: `idempotency-key`.'),
  event: names
    .optional()
    .describe('Only of webhooks: type of the event, or several; `*` stands for anything: `invoice.*`.'),
  endpoint: z.string().min(1).optional().describe("Only of webhooks: the endpoint's id or its URL."),
  nth: z
    .union(
      [
        z.int().min(1),
        z.strictObject({ from: z.int().min(1), to: z.int().min(1).optional() }),
        z.strictObject({ every: z.int().min(1) }),
      ],
      'write a number, {from: 2, to: 4} or {every: 3}; counting begins with 1',
    )
    .optional()
    .describe(
      'Which of those that fit all the rest (but for the probability), counted from 1 since the fault was added: 2, {from: 2, to: 4}, {every: 3}.',
    ),
  probability: z.number().gt(0).max(1).optional().describe('How likely it is for each, from the seed of the world.'),
  between: z
    .tuple([moment, moment])
    .optional()
    .describe(
      "When on the world's clock, the end not included: lengths of time since the fault was added ([0s, 90s]), or times.",
    ),
})

/** A fault. */
export const faultSchema = z
  .strictObject({
    name: z.string().min(1).max(200).optional().describe('For people: what it is, in a few words.'),
    when: whenSchema.optional().describe('What it is for; without it, everything.'),
    times: z.int().min(1).optional().describe('How often it happens; without it, every time.'),
    effect: effectSchema,
  })
  .superRefine(({ when = {}, effect }, context) => {
    const fitting = MATCHERS[effect.kind] ?? OF_REQUESTS
    for (const key of Object.keys(when)) {
      if ((fitting as readonly string[]).includes(key)) continue
      const message = `a ${effect.kind} fault is not matched by ${key}, but by ${fitting.join(', ')}`
      context.addIssue({ code: 'custom', message, path: ['when', key] })
    }
    const { nth } = when
    if (typeof nth === 'object' && 'from' in nth && nth.to !== undefined && nth.to < nth.from) {
      context.addIssue({ code: 'custom', message: 'write the smaller number first', path: ['when', 'nth', 'to'] })
    }
  })

export type When = z.infer<typeof whenSchema>
export type Fault = z.infer<typeof faultSchema>
/** What a value is compared with. */
export type Expected = z.infer<typeof expected>

const OF_REQUESTS: readonly (keyof When)[] = [
  'vendor',
  'operation',
  'body',
  'query',
  'header',
  'nth',
  'probability',
  'between',
]
/** By what an effect that is not on requests can be matched. */
const MATCHERS: Partial<Record<EffectKind, readonly (keyof When)[]>> = {
  webhook: ['vendor', 'event', 'endpoint', 'body', 'nth', 'probability', 'between'],
  tls: ['vendor', 'nth', 'probability', 'between'],
}

function compiles(source: string): boolean {
  try {
    new RegExp(source)
    return true
  } catch {
    return false
  }
}
