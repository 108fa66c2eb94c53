import type { Holder, RetiredCredential } from './access/access-rules.js'
import type { Call } from './call.js'

export interface CredentialRules<W> {
  /** What live credentials look like anywhere in a request, by kind; `hint` is in each of a kind, so that looking costs nothing. */
  readonly live?: LiveCredential | readonly LiveCredential[]
  /** The credential, wherever this vendor puts it. */
  find(call: Call): string | undefined
  /** What tells the world of a request: of the credential, or without one of a page id, a code, a client id, a user name. */
  claims(call: Call, credential: string | undefined): readonly string[]
  /** Who calls. @throws VendorError for a credential that is expired, revoked or of the wrong kind. */
  authenticate(call: Call, world: W): Caller
  /** @throws VendorError where this caller may not do this operation. */
  authorise?(call: Call, caller: Caller, world: W): void
  /** Makes a new world's credentials. */
  mint(world: W): void
  /** Gives a copy of another world credentials of its own in the place of those that were copied. */
  renew?(world: W): void
  /** A test credential of the right form that nobody minted: `--open-keys` lets it open a world of its own. */
  adopt?(credential: string, world: W): boolean
  /** What `standin env` prints. */
  list(world: W): readonly Credential[]
  /** Headers of a request that the account's owner makes, as from the vendor's own dashboard: with all rights, for scenarios. */
  owner?(world: W): Record<string, string>
  /** The variables of credentials that `roll` can give a new value. */
  rolls?(world: W): readonly string[]
  /**
   * Gives a credential a new value; the old one holds for `overlap` milliseconds on the world's clock.
   * @throws SandboxError where the vendor lets no two hold at a time, and an overlap is asked for
   */
  roll?(variable: string, overlap: number, world: W): void
  /** Those that were rolled, for as long as they are remembered. */
  retired?(world: W): readonly RetiredCredential[]
  /** Who is granted what, for the access report. What is needed is told to `world.access` where the vendor asks for it. */
  holders?(world: W): readonly Holder[]
}

export interface LiveCredential {
  readonly hint: string
  readonly pattern: RegExp
}

/** Who calls, as the vendor knows it; `scope` keeps the rows of accounts inside a world apart. */
export interface Caller {
  readonly scope?: string
}

export interface Credential {
  /** In the vendor's words: `secret key`. */
  readonly label: string
  /** The environment variable that it is customarily read from. */
  readonly variable: string
  readonly value: string
  /** Masked where people look over a shoulder. */
  readonly secret: boolean
  /** The value has several lines, as a key in PEM: tables leave it out, without asking for it. */
  readonly multiline?: boolean
  /** The value is where the vendor is reached: its own host, which becomes the stand-in's address outside `standin run`. */
  readonly address?: boolean
}
