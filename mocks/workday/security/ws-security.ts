interface Node {
  readonly [name: string]: unknown
}

/** The user and password of a WS-Security UsernameToken, of an envelope that was read. @source facts B4 (read 2026-11-23) */
export function usernameToken(envelope: unknown): { username: string; password: string } | undefined {
  const token = ['Envelope', 'Header', 'Security', 'UsernameToken'].reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? (at as Node)[name] : undefined),
    envelope,
  )
  if (typeof token !== 'object' || token === null) return undefined
  const { Username, Password } = token as Node
  return { username: textOf(Username), password: textOf(Password) }
}

/** The text of an element, with attributes or without. */
export function textOf(node: unknown): string {
  if (typeof node === 'object' && node !== null) return String((node as Node)['#text'] ?? '')
  return node === undefined || node === null ? '' : String(node)
}
