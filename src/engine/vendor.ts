import type { Behaviour } from './behaviour.js'
import type { Answer, Call } from './call.js'
import type { CredentialRules } from './credential-rules.js'
import type { Description } from './description/description.js'
import type { Document } from './description/document.js'
import type { Operation } from './description/operation.js'
import type { DescriptionParts } from './description/parts.js'
import type { VendorError } from './errors.js'
import type { DeliveryRequest, DeliveryRow, Target } from './events/delivery.js'
import type { Emitted } from './events/emitted.js'
import type { GenericRules, OwnGeneric } from './generic/rules.js'
import type { MailRules } from './mail/mail.js'
import type { Problem } from './problem.js'
import type { RedactionRules } from './redact.js'
import type { SettingType } from './settings.js'
import type { StateRules } from './states/state-rules.js'
import type { Random } from './world/random.js'
import type { TableOptions } from './world/table.js'
import type { VendorWorld } from './world/vendor-world.js'

/** How bodies, queries and answers are written on this vendor's wire. */
export interface WireRules<W> {
  /** The method and path that are meant, where the vendor allows others to stand for them: doubled slashes, an ending, a header. */
  locate?(sent: { readonly method: string; readonly path: string }, call: Call): { method: string; path: string }
  /** How to read a body of this content type; `none` ignores it. */
  codec(contentType: string | undefined, call: Call): Codec
  /** Where several operations share a method and path: the part of the key behind `#` (a SOAP body's root element). */
  discriminate?(call: Call): string | undefined
  /** How an id for a request is made; shown in the log and in the vendor's own header. */
  requestId(random: Random): string
  /** Where a query may hold what is not described. Default false: it is an error. */
  readonly ignoresUnknownQuery?: boolean
  /** A body as behaviours name its parameters, where the description in use has other names for them. */
  understand?(body: unknown, call: Call): unknown
  /** Turns a behaviour's result into what goes out: expansion, chosen fields, links. */
  shape?(body: unknown, call: Call, world: W): unknown
  encode(body: unknown, call: Call): { readonly contentType: string; readonly text: string | Uint8Array }
  /** Headers on every answer. */
  headers?(call: Call, status: number): Record<string, string>
}

export type Codec = 'form' | 'json' | 'xml' | 'multipart' | 'text' | 'bytes' | 'none'

export interface ErrorRules {
  /**
   * What the engine found, in the vendor's words. For the kind `fault` (something goes wrong on purpose) the vendor gives what it
   * would really send, with its own headers and status:
   * - `rate-limit`: as when a limit is reached; `retryAfter` where the vendor has that header, or was told to.
   * - `maintenance`: its answer while it is down; `until` is when that ends.
   * - `token-expired`, `token-revoked`: as for a credential that is one.
   * - `status`: an error of that status; with a `code`, the one that `codes` names.
   */
  problem(problem: Problem, call: Call): VendorError
  render(error: VendorError, call: Call): Answer
  /** The error codes that a fault may ask for, in the vendor's spelling, each with its usual HTTP status. Default none. */
  readonly codes?: Readonly<Record<string, number>>
}

export interface IdempotencyRules {
  /** The key of this request, if it has one that counts. */
  key(call: Call): string | undefined
  /** The header that carries it, in lower case, for those who judge requests afterwards. */
  readonly header?: string
  /** How long a key is remembered, in milliseconds on the world's clock; of one request where they differ. */
  readonly lifetime: number | ((call: Call) => number)
  /** Whether an answer is kept under its key, to be given again. Default: each is. */
  keeps?(status: number, call: Call): boolean
  /** Headers put on an answer given again. */
  replayHeaders(originalRequestId: string): Record<string, string>
  /**
   * Whether this error, made by a fault, comes once the work has begun, so that it is kept under the request's key and given
   * again. Default: none is.
   */
  keepsFault?(error: VendorError): boolean
}

export interface LimitRules<W> {
  /** @throws VendorError when one is reached. May note headers to be sent in `call.notes`. */
  check(call: Call, world: W): void
  /** Gives back what `check` took for as long as the request runs: a slot of concurrent ones. Called after each checked request. */
  release?(call: Call, world: W): void
  /** How far each limit is filled now, for `standin limits`: those that always hold, and of the others those that were taken from. */
  view?(world: W): readonly LimitView[]
}

/** One limit of a vendor, as it is now. */
export interface LimitView {
  /** In the vendor's words. */
  readonly name: string
  readonly used: number
  readonly limit: number
  /** Over how long it counts, in milliseconds on the world's clock; none where it is of those at a time. */
  readonly window?: number
}

export interface EventRules<W> {
  /** The table that events are kept in: a row there is no change of state of its own. */
  readonly table?: string
  /** Keeps what happened, and names who shall hear of it. Runs inside the transaction. */
  record(event: Emitted, world: W): readonly Target[]
  /** The request that tells an endpoint. `wallTime` in Unix milliseconds is what the receiver's own clock would show. */
  request(delivery: DeliveryRow, world: W, wallTime: number): DeliveryRequest
  /** The same with another body, in the vendor's own format, signed as its own; without it the headers are those of `request`. */
  requestWith?(delivery: DeliveryRow, body: string, world: W, wallTime: number): DeliveryRequest
  /** What a receiver can find wrong by the vendor's own means; default nothing, as where deliveries are not signed. */
  readonly forgeries?: readonly Forgery[]
  /** The request that tells an endpoint, wrong in one of those ways. `wallTime` is that of the timestamp, for `time` of long ago. */
  forge?(delivery: DeliveryRow, world: W, wallTime: number, how: Forgery): DeliveryRequest
  /** Milliseconds on the world's clock until the next attempt after so many, or undefined to give up. */
  retryAfter(attempts: number, delivery: DeliveryRow): number | undefined
  /** Still wanted? A disabled or deleted endpoint stops its retries. */
  wanted(delivery: DeliveryRow, world: W): boolean
  /** Whether an endpoint's answer settles the delivery; `answer` is the beginning of its body, 2,048 characters at most. */
  accepts(status: number, answer: string): boolean
  /** How long an endpoint may take to answer, in milliseconds of wall time. */
  readonly timeout: number
  /** Makes an event happen that nothing caused, for `standin webhooks trigger`. @throws SandboxError for an unknown type. */
  trigger?(type: string, world: W): void
  /** What `trigger` takes now, where the description names no types. */
  triggers?(world: W): readonly string[]
  /**
   * Adds an endpoint, as `standin start --forward` and `webhooks listen` do; gives its secret: the one that it had before a reset (`kept`),
   * or else one that is drawn from `chance`.
   */
  subscribe?(
    url: string,
    world: W,
    chance: Random,
    kept?: string,
  ): { readonly endpoint: string; readonly secret: string }
  unsubscribe?(endpoint: string, world: W): void
  endpoints?(world: W): readonly EndpointView[]
  /** The secrets that sign for an endpoint now, newest first. */
  secrets?(endpoint: string, world: W): readonly string[]
  /** The secrets that were rolled and sign beside the newest, with until when (Unix milliseconds on the world's clock). */
  retiredSecrets?(endpoint: string, world: W): readonly { readonly value: string; readonly until: number }[]
  /** Gives an endpoint a new secret; the old one signs beside it for `overlap` milliseconds on the world's clock. */
  roll?(endpoint: string, overlap: number, world: W): string
}

/**
 * What can be wrong with a delivery so that its receiver should refuse it: `signature` is made up, `secret` signed with one that is
 * not the endpoint's, `body` changed after it was signed, `time` signed with a moment long ago, `unsigned` without a signature.
 */
export type Forgery = 'signature' | 'secret' | 'body' | 'time' | 'unsigned'

export interface EndpointView {
  readonly id: string
  readonly url: string
  readonly events: readonly string[]
  readonly enabled: boolean
}

export interface ResourceRules {
  /** What a generic row's id begins with, and how many characters follow. */
  readonly id?: readonly [prefix: string, length: number]
}

/** What `standin <vendor> import-...` reads. */
export interface Importer {
  /** The setting whose folder it writes to. */
  readonly setting: string
  /** By name: what is to be kept. `file` is for messages. */
  read(document: unknown, file: string): Readonly<Record<string, unknown>>
}

export interface VendorDefinition<W> {
  /** Lower case, as in `--vendor` and in hosts files of ours. */
  readonly name: string
  readonly label: string
  /** The port under `standin start`. */
  readonly port: number
  /** The vendor's production hosts, refused or redirected, never let through; `*.` spans labels. */
  readonly hosts: readonly string[]
  loadDescription(): Described | Promise<Described>
  /** Requests whose bodies may be larger than BODY_LIMIT, in bytes: an upload of a file. */
  readonly largeBodies?: readonly { readonly method: string; readonly path: RegExp; readonly limit: number }[]
  /** Keys of behaviours that some version of the description does not have. */
  readonly absent?: readonly string[]
  readonly tables?: Readonly<Record<string, TableOptions>>
  readonly resources?: Readonly<Record<string, ResourceRules>>
  readonly credentials: CredentialRules<W>
  readonly errors: ErrorRules
  readonly wire: WireRules<W>
  readonly generic?: GenericRules<W> | OwnGeneric<W>
  readonly limits?: LimitRules<W>
  readonly idempotency?: IdempotencyRules
  readonly events?: EventRules<W>
  readonly redaction?: RedactionRules
  /** What contracts say of its state. */
  readonly states?: StateRules<W>
  /** Other forms under which the vendor knows whom an address belongs to: its hash. */
  personForms?(address: string): readonly string[]
  /** What it sent as mail, where it sends any. */
  readonly mail?: MailRules<W>
  /** One line of code that points the vendor's own client at an address. */
  usage?(url: URL): string
  /**
   * Settings (of names to values) that are also read from JSON files: by the setting's name, the folder, relative to that of the
   * configuration. A file's name is the name, `Invoice__c.json`; what the configuration says itself goes before it.
   */
  readonly settingsFolders?: Readonly<Record<string, string>>
  /** The settings it takes from the configuration, with the type of each. */
  readonly settings?: Readonly<Record<string, SettingType>>
  readonly behaviours: readonly Behaviour[]
  /** What is scheduled by name with `world.schedule`. */
  readonly jobs?: Readonly<Record<string, (data: Readonly<Record<string, unknown>>, world: W) => void>>
  /** Operations answered with a 501 that says why, with the reason. Coverage asks with an empty request. */
  refuse?(operation: Operation, call: Pick<Call, 'params' | 'query' | 'body'>): string | undefined
  /** The vendor's typed view of a world; made once a world and scope. */
  view(world: VendorWorld, description: Description): W
  /** Turns a document of the user's own account into files of a settings folder. @throws SandboxError for another document */
  readonly importer?: Importer
  /** Sample data for `--fixtures`. */
  loadFixtures?(): Promise<{ seed(world: W): void }>
}

/** A vendor's API: whole, or in parts that are read when they are needed. */
export type Described = Document | DescriptionParts

/** A vendor as the engine holds it: the view's type is the vendor's own affair. */
export type Vendor = VendorDefinition<unknown>

/** What is known of a vendor before any of its parts is read, so that a start does not wait for all of them. */
export type VendorHead = Pick<Vendor, 'name' | 'label' | 'port' | 'hosts' | 'usage' | 'settings' | 'settingsFolders'>

/** A vendor whose parts are read when a sandbox takes it in. */
export interface LazyVendor extends VendorHead {
  load(): Promise<Vendor>
}

export type AnyVendor = Vendor | LazyVendor

export function defineVendor<W>(definition: VendorDefinition<W>): Vendor {
  // The engine hands a vendor's own view back to it and looks at nothing inside, so forgetting its type is safe.
  return definition as unknown as Vendor
}
