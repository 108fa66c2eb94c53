/** The root element of a SOAP body, which alone names the operation. */
export function rootOf(envelope: unknown): string | undefined {
  const body = at(at(envelope, 'Envelope'), 'Body')
  if (typeof body !== 'object' || body === null) return undefined
  return Object.keys(body).find((name) => !name.startsWith('@') && name !== '#text')
}

/** What stands in it. */
export function bodyOf(envelope: unknown): unknown {
  const root = rootOf(envelope)
  return root === undefined ? undefined : at(at(at(envelope, 'Envelope'), 'Body'), root)
}

function at(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[name] : undefined
}
