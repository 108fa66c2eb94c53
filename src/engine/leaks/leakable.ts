/** What a value is, for who finds it where it should not be. */
export type LeakKind = 'secret' | 'card number' | 'national id' | 'pay' | 'personal data' | 'error text'

/** A value that this world knows and that must not be found elsewhere. */
export interface Leakable {
  readonly value: string
  readonly kind: LeakKind
  readonly vendor: string
  /** What it is called where it comes from: `secret key`, `client_secret`. */
  readonly name: string
}
