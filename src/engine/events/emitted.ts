/** Something that happened inside a transaction, as a behaviour said it. */
export interface Emitted {
  readonly vendor: string
  readonly scope: string
  /** The vendor's name for it: `invoice.paid`. */
  readonly type: string
  /** What it happened to, as it was then. */
  readonly object: unknown
  /** Whatever else the vendor's event carries: previous attributes, say. */
  readonly details: Readonly<Record<string, unknown>>
  /** Moment on the world's clock, Unix milliseconds. */
  readonly at: number
}
