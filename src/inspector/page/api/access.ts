// What the control API answers of keys and of what is granted; held against real answers as answers.ts is.

/** A key, or the secret of an endpoint, masked; old ones follow the one that took their place. */
export interface Key {
  readonly vendor: string
  readonly variable: string
  readonly label: string
  readonly value: string
  readonly state: 'current' | 'old' | 'over'
  readonly until: string | null
  readonly rolls: 'keys' | 'webhooks' | null
  readonly requests: number | null
  readonly refused: number | null
  readonly sinceRoll: number | null
  readonly last: { readonly at: string; readonly operation: string | null; readonly userAgent: string | null } | null
}

interface Need {
  readonly kind: string
  readonly name: string
  readonly requests: number
}

export interface Access {
  readonly vendors: readonly {
    readonly vendor: string
    readonly holders: readonly {
      readonly kind: string
      readonly name: string
      readonly used: boolean
      readonly grants: readonly (Need & {
        readonly from: string | null
        readonly broad: boolean
        readonly as: readonly Need[]
      })[]
      readonly refused: readonly (Need & { readonly silent: boolean })[]
      readonly other: readonly Need[]
      readonly note: string | null
    }[]
  }[]
}
