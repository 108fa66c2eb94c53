import type { Description, Schema } from './document.js'

/** Where something went that a newer version of a vendor's API does not have any more. */
export interface Move {
  /** What had it: a component's name, `subscription`; or an operation's key. */
  of: string
  /** Path in that component; none for an operation. */
  field?: string
  /** The first version without it. */
  since: string
  /** What to do, one sentence. */
  remedy: string
}

/** What drift has to know of a vendor beside its description. */
export interface DriftRules {
  /** The API version that a request asks for, by its headers in lower case; undefined where it leaves that to the account. */
  requestVersion?: (headers: Readonly<Record<string, string>>) => string | undefined
  /** The API version that a message is written in. */
  messageVersion?: (content: unknown) => string | undefined
  /** The event that a message tells of. */
  eventType?: (content: unknown) => string | undefined
  /** Schema of the whole message that tells of an event; undefined where the description has no such event. */
  messageSchema?: (description: Description, type: string) => Schema | undefined
  moves?: readonly Move[]
  /** Reads the description out of a folder with the vendor's own package. Slow: it loads the TypeScript compiler. */
  readPackage?: (folder: string) => Promise<Description>
  /** Adds what an OpenAPI document leaves out, as far as the pinned description tells it. */
  completeOpenApi?: (description: Description, pinned: Description) => void
}

/** By vendor, each loaded when it is needed. */
const rules: Record<string, () => Promise<DriftRules>> = {
  stripe: async () => (await import('./stripe/drift-rules.js')).stripeDriftRules,
}

export async function driftRulesOf(vendor: string): Promise<DriftRules> {
  return (await rules[vendor]?.()) ?? {}
}
