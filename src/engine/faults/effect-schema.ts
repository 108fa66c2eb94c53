import { z } from 'zod'
import { span } from './schema-parts.js'

const LONGEST_DELAY = 600_000

const milliseconds = z.number().min(0).max(LONGEST_DELAY)
const seconds = z.number().min(0).max(86_400)
/** Of a reset or a hang: before the work, so that nothing was done, or after the commit, so that all of it was. */
const when = z
  .enum(['before', 'after'])
  .describe('before: nothing was done. after: the work is done and kept, and only the answer is lost.')

const delay = z
  .strictObject({
    kind: z.literal('delay'),
    milliseconds: milliseconds.optional().describe('So many milliseconds of wall time, each time.'),
    uniform: z
      .tuple([milliseconds, milliseconds])
      .optional()
      .describe('Between these two, in milliseconds, each as likely; from the seed of the world.'),
    median: milliseconds.optional().describe('Half of the delays are shorter; log-normal, together with p95.'),
    p95: milliseconds.optional().describe('19 of 20 delays are shorter; together with median.'),
  })
  .describe('The answer takes longer. Locks and limits are held meanwhile, as they would be at the vendor.')
  .superRefine(({ milliseconds: fixed, uniform, median, p95 }, context) => {
    const say = (message: string, path: string[] = []) => context.addIssue({ code: 'custom', message, path })
    const given = [fixed, uniform, median ?? p95].filter((each) => each !== undefined).length
    if (given !== 1) say('a delay is one of: milliseconds, uniform: [least, most], or median with p95')
    if ((median === undefined) !== (p95 === undefined)) say('median and p95 belong together', ['median'])
    if (uniform && uniform[0] > uniform[1]) say('write the shorter one first', ['uniform'])
    if (median !== undefined && p95 !== undefined && (median <= 0 || p95 < median)) {
      say('median is more than 0, and p95 is not less', ['p95'])
    }
  })

const rateLimit = z
  .strictObject({
    kind: z.literal('rate-limit'),
    retryAfter: seconds
      .optional()
      .describe('Seconds, for the Retry-After header; without it, what this vendor sends by itself.'),
  })
  .describe("429 with the vendor's own headers and words, although no limit was reached.")

const status = z
  .strictObject({
    kind: z.literal('status'),
    status: z
      .int()
      .min(400)
      .max(599)
      .optional()
      .describe('HTTP status. With a code it may be left out: the code has its own.'),
    code: z
      .string()
      .min(1)
      .optional()
      .describe('An error code of the vendor (lock_timeout); one that it does not know is refused.'),
    retryAfter: seconds.optional().describe('Seconds, for the Retry-After header.'),
  })
  .describe("An error in the vendor's own shape, in place of the work.")
  .refine(({ status: given, code }) => given !== undefined || code !== undefined, 'give a status, a code, or both')

const maintenance = z
  .strictObject({
    kind: z.literal('maintenance'),
    minutes: z
      .number()
      .positive()
      .max(10_080)
      .optional()
      .describe("Until when, counted on the world's clock from when the fault was added; then it is over."),
  })
  .describe("The vendor's own answer while it is down for maintenance.")

const token = z
  .strictObject({ kind: z.literal('token'), state: z.enum(['expired', 'revoked']) })
  .describe(
    'The credential of the request that meets it is expired or revoked from then on, in the words of the vendor. One that was got ' +
      'afterwards holds: so it happens to one credential, unless `times` says how many.',
  )

const drip = z
  .strictObject({ kind: z.literal('drip'), bytesPerSecond: z.number().positive() })
  .describe('The answer comes bit by bit, at so many bytes a second of wall time.')

const truncate = z
  .strictObject({
    kind: z.literal('truncate'),
    keep: z.number().min(0).lt(1).describe('The part of the body that is sent: 0.5 is half.'),
  })
  .describe('The body is cut short and the connection closed, with the length of the whole already said.')

const contentType = z
  .strictObject({
    kind: z.literal('content-type'),
    value: z.string().regex(/^[\x20-\x7e]+$/, 'a header holds printable ASCII'),
    body: z.string().optional().describe('Sent in place of the body: the page of a gateway, say.'),
  })
  .describe('The answer says that it is something else.')

const path = z
  .string()
  .min(1)
  .describe('Where in the answer: dotted, an index in an array as a number, `*` for each: charges.data.0.id')
const data = z
  .discriminatedUnion('change', [
    z.strictObject({ kind: z.literal('data'), change: z.enum(['missing', 'null', 'type']), path }),
    z.strictObject({
      kind: z.literal('data'),
      change: z.literal('stale'),
      path: path.optional().describe('Which object in the answer; without it, the whole answer.'),
    }),
  ])
  .describe(
    'The answer is subtly wrong: a field is missing, null, of another type, or the object is as it was before its last change.',
  )

const tls = z
  .strictObject({ kind: z.literal('tls'), problem: z.enum(['expired', 'wrong-host', 'untrusted']) })
  .describe(
    'New connections to the vendor are shown a certificate that is no good. Of all worlds: a handshake belongs to none.',
  )

const webhook = z
  .discriminatedUnion('change', [
    z
      .strictObject({
        kind: z.literal('webhook'),
        change: z.literal('delay'),
        by: span.describe('How much later, on the clock of the world.'),
      })
      .describe('It comes later.'),
    z
      .strictObject({
        kind: z.literal('webhook'),
        change: z.literal('duplicate'),
        times: z.int().min(2).max(100).optional().describe('How often it comes in all; default 2.'),
      })
      .describe('It comes more than once, whatever the endpoint answers.'),
    z
      .strictObject({
        kind: z.literal('webhook'),
        change: z.literal('stale'),
        by: span.optional().describe('How old its timestamp is; default 10m.'),
      })
      .describe('It is signed as usual, with a timestamp of long ago.'),
    z
      .strictObject({
        kind: z.literal('webhook'),
        change: z.enum(['reorder', 'drop', 'forge', 'wrong-secret', 'replay', 'tamper', 'before-answer']),
      })
      .describe(
        'reorder: it waits until the next delivery to the same endpoint has gone. drop: it never comes. forge: its signature is made up. ' +
          'wrong-secret: another secret signed it. replay: the oldest delivery to the endpoint comes again after it, as it was. ' +
          'tamper: the body was changed after it was signed. before-answer: it has come when the request that caused it is answered.',
      ),
  ])
  .describe('A webhook goes wrong. It is matched by when.vendor, when.event and when.endpoint.')

/** What goes wrong, by `kind`. */
export const effectSchema = z.discriminatedUnion('kind', [
  delay,
  rateLimit,
  status,
  maintenance,
  token,
  z.strictObject({ kind: z.literal('reset'), when }).describe('The connection is cut.'),
  z.strictObject({ kind: z.literal('hang'), when }).describe('No answer ever comes.'),
  drip,
  truncate,
  contentType,
  data,
  tls,
  webhook,
])

export type Effect = z.infer<typeof effectSchema>
export type EffectKind = Effect['kind']
export type EffectOf<K extends EffectKind> = Extract<Effect, { kind: K }>
