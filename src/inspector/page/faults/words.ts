type Data = Readonly<Record<string, unknown>>

/** What a fault does, in words. */
export function effectText({ kind, ...rest }: Data & { readonly kind: string }): string {
  const details = Object.entries(rest).map(
    ([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  )
  return details.length === 0 ? kind : `${kind}: ${details.join(', ')}`
}

/** What it wants of a request or an event, in words. */
export function whenText(when: Data | undefined): string {
  const parts = Object.entries(when ?? {}).map(
    ([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
  )
  return parts.length === 0 ? 'always' : parts.join(', ')
}
