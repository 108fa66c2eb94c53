import { z } from 'zod'
import { faultSchema } from '../faults/schema.js'
import { span } from '../faults/schema-parts.js'
import { callsSchema, oneOrMore } from './match.js'

const vendor = z.string().min(1).optional().describe('Whose; may be left out where the scenario has one vendor.')
const name = z.string().regex(/^[a-z][a-z0-9_-]*$/i, 'name of letters, digits, - and _')

/** A request that somebody else than the integration makes, in the vendor's own words. */
export const requestSchema = z
  .strictObject({
    vendor,
    send: z
      .string()
      .regex(/^(?:GET|POST|PUT|PATCH|DELETE) \/\S*$/, 'method and path, such as POST /v1/customers,')
      .describe('Method and path: `POST /v1/customers`. `<customer.id>` stands for what an earlier answer holds.'),
    query: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    body: z
      .union([z.string(), z.record(z.string(), z.unknown()), z.array(z.unknown())])
      .optional()
      .describe("As data, written in the operation's own format; or as a text that is sent as it is."),
    headers: z.record(z.string(), z.string()).optional(),
    status: z.int().min(100).max(599).optional().describe('What must be answered; default any 2xx.'),
    as: name.optional().describe('Keeps the answer under this name: later `<name.id>` stands for its `id`.'),
  })
  .describe("A request as the vendor's own dashboard would make it: with all rights, and met by no fault.")

/** What nobody can ask for at the vendor's API, or what would take many requests. */
export const stateSchema = z
  .strictObject({
    vendor,
    name: z
      .string()
      .min(1)
      .describe('As contracts name it: `a worker with id 21001 exists`, `the rate limit is reached`.'),
    with: z.record(z.string(), z.unknown()).optional().describe('Further parameters of it.'),
  })
  .describe('The vendor comes to be in a state, as in a contract.')

const clockAct = z.enum(['freeze', 'run']).describe("Stops the world's clock, or lets it run.")

/** One thing that happens. Exactly one of these names. */
const actSchema = z
  .strictObject({
    advance: span.optional().describe('Moves the clock on by so much; what falls due on the way happens.'),
    clock: clockAct.optional(),
    trigger: z
      .strictObject({ vendor, event: z.string().min(1).describe("Type of the event, in the vendor's words.") })
      .optional()
      .describe('Makes an event happen that nothing caused.'),
    resend: z
      .strictObject({ vendor, event: z.string().min(1).describe('Type of the event.') })
      .optional()
      .describe('Sends the last delivery of this type again, as a person would from the dashboard.'),
    request: requestSchema.optional(),
    state: stateSchema.optional(),
    fault: faultSchema.optional().describe('Something goes wrong from now on.'),
    endFault: z.string().min(1).optional().describe('Takes away the fault of this name.'),
    roll: z
      .strictObject({
        vendor,
        credential: z
          .string()
          .min(1)
          .optional()
          .describe('The variable that it is read from, as `standin env` prints it: a new value is made.'),
        webhookSecrets: z.literal(true).optional().describe('The secrets of all webhook endpoints instead.'),
        overlap: span.optional().describe('How long the old one holds beside it; default not at all.'),
      })
      .optional()
      .describe('Gives out a new credential.'),
  })
  .superRefine((act, context) => {
    const given = Object.keys(act)
    if (given.length !== 1) {
      const said = given.length === 0 ? 'nothing is done' : `${given.join(' and ')} stand together`
      context.addIssue({ code: 'custom', message: `${said}: write one act, or a list of them` })
    }
    if (act.roll && (act.roll.credential === undefined) === (act.roll.webhookSecrets === undefined)) {
      context.addIssue({ code: 'custom', message: 'roll a credential, or webhookSecrets: true', path: ['roll'] })
    }
  })

const nth = z.int().min(1).optional().describe('Which of those that fit; default the first.')

/** What a step waits for. Exactly one of these names. */
const afterSchema = z
  .strictObject({
    request: callsSchema.extend({ nth }).optional().describe('A request of the integration was answered.'),
    event: z
      .strictObject({ vendor, type: z.string().min(1), nth })
      .optional()
      .describe('An event happened.'),
    delivery: z
      .strictObject({
        vendor,
        event: z.string().min(1),
        answer: z.enum(['accepted', 'refused']).optional().describe('As the endpoint answered; default either.'),
        nth,
      })
      .optional()
      .describe('A webhook was sent, and answered or not.'),
    step: z.string().min(1).optional().describe('Another step, by its name, was done.'),
    quiet: span.optional().describe('The integration has asked nothing for so long, in wall time, after it began to.'),
  })
  .superRefine((after, context) => {
    const given = Object.keys(after)
    if (given.length === 1) return
    const message = given.length === 0 ? 'say after what' : `say one thing, not ${given.join(' and ')}`
    context.addIssue({ code: 'custom', message })
  })

export const stepSchema = z
  .strictObject({
    name: z.string().min(1).max(200).optional().describe('In plain words, for the report; also for `after: {step}`.'),
    at: span.optional().describe("When, on the world's clock, counted from the start."),
    after: afterSchema.optional(),
    wait: span.optional().describe('So much later on the clock than `after` says.'),
    do: oneOrMore(actSchema),
  })
  .superRefine(({ at, after, wait }, context) => {
    if ((at === undefined) === (after === undefined)) {
      context.addIssue({ code: 'custom', message: 'a step is `at` a time or `after` something, and not both' })
    }
    if (wait !== undefined && after === undefined) {
      context.addIssue({ code: 'custom', message: '`wait` goes with `after`', path: ['wait'] })
    }
  })

export type RequestStep = z.infer<typeof requestSchema>
export type StateStep = z.infer<typeof stateSchema>
export type Act = z.infer<typeof actSchema>
export type After = z.infer<typeof afterSchema>
export type Step = z.infer<typeof stepSchema>
