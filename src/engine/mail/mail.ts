/** A message that a vendor sent, or would have sent, in a form that is the same for all. */
export interface MailHead {
  /** The vendor's own id. */
  readonly id: string
  /** World's clock, Unix milliseconds. */
  readonly at: number
  readonly from: string
  readonly to: string
  readonly subject: string
  /** In the vendor's words: `sent`, `rejected`. */
  readonly state: string
}

export interface Mail extends MailHead {
  /** In the order in which they are sent. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly html: string | null
  readonly text: string | null
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[]
  /** Whole, as it would go over SMTP. */
  readonly raw: string
}

export interface MailFilter {
  /** A part of the recipient's address, in any case. */
  readonly to?: string | undefined
  readonly limit: number
}

/** How a vendor shows what it sent. */
export interface MailRules<W> {
  /** Newest first. */
  list(world: W, filter: MailFilter): readonly MailHead[]
  find(world: W, id: string): Mail | undefined
}
