/** Whoever is granted something: a key, a user, an app, as the vendor tells them apart. */
export interface Holder {
  /** By which its needs are counted. It may be the credential itself, and is not shown. */
  readonly id: string
  /** In the vendor's words: `restricted key`, `connected app`. */
  readonly kind: string
  /** Whose it is; without a secret in it: `worker`, `integration@acme.test`. */
  readonly name: string
  /** The environment variable of its credential, where it has one. */
  readonly variable?: string
  readonly grants: readonly Grant[]
  /** What of it can be cut down no further, or how that is done; for people. */
  readonly note?: string
}

export interface Grant {
  /** What it is, in the vendor's words: `scope`, `object permission`. */
  readonly kind: string
  readonly name: string
  /** By what it is granted, where that is not the holder itself: a profile, a group. */
  readonly from?: string
  /** Needs of other names that it allows too; default none. */
  covers?(name: string, kind: string): boolean
  /** It stands for more than one thing, so that what of it was needed is worth naming. Default false. */
  readonly broad?: boolean
}

/** A credential that was rolled: another one has taken its place. */
export interface RetiredCredential {
  /** The environment variable that it was read from. */
  readonly variable: string
  readonly label: string
  readonly value: string
  /** Until when it holds, Unix milliseconds on the world's clock. */
  readonly until: number
}
