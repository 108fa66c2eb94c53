import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { SandboxError } from '../../engine/errors.js'
import { renderJson } from './render-json.js'

/**
 * A Pact file, specification V4, as this project reads and writes it. Members that are not named here are kept as they are.
 * @source https://github.com/pact-foundation/pact-specification/tree/version-4 (read 2026-11-24)
 */

/** How the fields that a consumer reads became known. `recorded` says only that they were in the answer. */
export const READS = {
  declared: 'declared',
  found: 'found by knock-out',
  recorded: 'recorded, not known to be read',
} as const

const json: z.ZodType<unknown> = z.unknown()
const names = z.record(z.string(), json)

const readsSchema = z.object({
  known: z.enum([READS.declared, READS.found, READS.recorded]),
  /**
   * Of the answer's or message's body, from its root: `latest_charge.id`; `*` for each item of a list: `data.*.id`.
   * Without them, whatever is in the recorded body may be read.
   */
  fields: z.array(z.string()).optional(),
})

/** What Standin itself knows of an interaction: it stands in the file at `comments.standin`. */
const interactionNoteSchema = z.looseObject({
  /** Key of the operation: `POST /v1/charges`. */
  operation: z.string().optional(),
  /** Of a message: the vendor's name of the event, `charge.succeeded`. */
  event: z.string().optional(),
  /** What stood behind the answer: `modelled`, `generic` or `refused`. */
  fidelity: z.enum(['modelled', 'generic', 'refused']).optional(),
  reads: readsSchema,
})

const matcherSchema = z.looseObject({ match: z.string() })
const rulesSchema = z.object({ combine: z.enum(['AND', 'OR']).optional(), matchers: z.array(matcherSchema) })
const rulesByPath = z.record(z.string(), rulesSchema)
/** A category is a table of paths or, for what has no inside (`path`, `status`), one set of rules. */
const matchingRulesSchema = z.record(z.string(), z.union([rulesSchema, rulesByPath]))

const bodySchema = z.looseObject({
  /** JSON as it is; any other type as text. */
  content: json,
  contentType: z.string().optional(),
  encoded: z.union([z.boolean(), z.string()]).optional(),
})

const headers = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

const requestSchema = z.looseObject({
  method: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.array(z.string())).optional(),
  headers: headers.optional(),
  body: bodySchema.optional(),
  matchingRules: matchingRulesSchema.optional(),
})

const responseSchema = z.looseObject({
  status: z.number().int(),
  headers: headers.optional(),
  body: bodySchema.optional(),
  matchingRules: matchingRulesSchema.optional(),
})

/** A request that brings a state about. */
const setupStepSchema = z.object({
  request: requestSchema,
  /** Ids of the contract that its answer gives, with where in it they stand: `{"cus_1": "$.id"}`. */
  gives: z.record(z.string(), z.string()).optional(),
})

/** What Standin knows of the whole file: it stands at `metadata.standin`. */
const fileNoteSchema = z.looseObject({
  vendor: z.string(),
  /** The description that it was recorded against. */
  description: z.object({ source: z.string(), version: z.string() }),
  /** Where the clock stands for the contract, ISO 8601: moments in requests are near it. */
  at: z.string().optional(),
  /** What stands for the consumer's credentials, by the variable that they are read from. */
  credentials: z.record(z.string(), z.string()).optional(),
  /** By the name of a provider state: how the consumer brought it about. */
  setup: z.record(z.string(), setupStepSchema).optional(),
})

const providerStateSchema = z.looseObject({ name: z.string(), params: names.optional() })
const commentsSchema = z.looseObject({
  text: z.array(z.string()).optional(),
  standin: interactionNoteSchema.optional(),
})

const common = {
  description: z.string(),
  key: z.string().optional(),
  pending: z.boolean().optional(),
  providerStates: z.array(providerStateSchema).optional(),
  comments: commentsSchema.optional(),
}

const httpSchema = z.looseObject({
  type: z.literal('Synchronous/HTTP'),
  ...common,
  request: requestSchema,
  response: responseSchema,
})

const messageSchema = z.looseObject({
  type: z.literal('Asynchronous/Messages'),
  ...common,
  contents: bodySchema,
  metadata: names.optional(),
  matchingRules: matchingRulesSchema.optional(),
})

const pactSchema = z.looseObject({
  consumer: z.object({ name: z.string() }),
  provider: z.object({ name: z.string() }),
  interactions: z.array(z.discriminatedUnion('type', [httpSchema, messageSchema])),
  metadata: z.looseObject({
    pactSpecification: z.object({ version: z.string() }),
    standin: fileNoteSchema.optional(),
  }),
})

export type PactFile = z.infer<typeof pactSchema>
export type Interaction = PactFile['interactions'][number]
export type HttpInteraction = z.infer<typeof httpSchema>
export type MessageInteraction = z.infer<typeof messageSchema>
export type PactBody = z.infer<typeof bodySchema>
export type ProviderState = z.infer<typeof providerStateSchema>
export type Matcher = z.infer<typeof matcherSchema>

export type RulesByPath = z.infer<typeof rulesByPath>
export type MatchingRules = z.infer<typeof matchingRulesSchema>
export type Reads = z.infer<typeof readsSchema>

export type PactRequest = z.infer<typeof requestSchema>
export type SetupStep = z.infer<typeof setupStepSchema>
export type FileNote = z.infer<typeof fileNoteSchema>

/**
 * Reads a Pact file.
 * @param from what errors name: a path or a URL
 * @throws SANDBOX_BAD_INPUT for what is no JSON, no Pact file, or of another version than 4
 */
export function parsePact(text: string, from: string): PactFile {
  const value = parseJson(text, from)
  const version = versionOf(value)
  if (version !== undefined && !version.startsWith('4')) {
    const remedy = 'Record it again, or write it with SpecificationVersion.SPECIFICATION_VERSION_V4.'
    throw new SandboxError('SANDBOX_BAD_INPUT', `${from} is a Pact file of version ${version}, not 4.`, remedy)
  }
  const result = pactSchema.safeParse(value)
  // As it was, not as zod has put it together: members keep their order.
  if (result.success) return value as PactFile
  const [issue] = result.error.issues
  const where = issue?.path.join('.') || 'its root'
  const message = `${from} is no Pact file of version 4: at ${where}: ${issue?.message ?? 'it does not fit'}.`
  throw new SandboxError('SANDBOX_BAD_INPUT', message, 'Record it again with `standin contracts record`.')
}

/** @throws SANDBOX_BAD_INPUT, SANDBOX_NOT_FOUND */
export function readPact(path: string): PactFile {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    const remedy = 'Record contracts with `standin contracts record --consumer NAME -- <command>`.'
    throw new SandboxError('SANDBOX_NOT_FOUND', `There is no Pact file at ${path}.`, remedy, { cause })
  }
  return parsePact(text, path)
}

/** As it is written to disk: members in a fixed order, what is short in one line, a line's end, so that diffs are small. */
export function renderPact({ consumer, provider, interactions, metadata, ...more }: PactFile): string {
  return `${renderJson({ consumer, provider, interactions, metadata, ...more })}\n`
}

export function isHttp(interaction: Interaction): interaction is HttpInteraction {
  return interaction.type === 'Synchronous/HTTP'
}

/** The vendor that a file is about: what Standin noted, or the provider's name in lower case. */
export function vendorOf(pact: PactFile): string {
  return pact.metadata.standin?.vendor ?? pact.provider.name.toLowerCase()
}

function parseJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const message = `${from} is no JSON: ${cause instanceof Error ? cause.message : String(cause)}.`
    throw new SandboxError('SANDBOX_BAD_INPUT', message, 'Give a Pact file.', { cause })
  }
}

function versionOf(value: unknown): string | undefined {
  const loose = z.looseObject({ metadata: z.looseObject({ pactSpecification: z.object({ version: z.string() }) }) })
  return loose.safeParse(value).data?.metadata.pactSpecification.version
}
