/**
 * Properties that an answer does not always have, by the title of the object they are in. Everything else that is described
 * is always there. This list may only shrink.
 */
const CONDITIONAL: Readonly<Record<string, readonly string[]>> = {
  // A link says what schema fits what it leads to, or what may be sent there, or neither.
  'Resource Link': ['schema', 'targetSchema'],
}

export function isConditional(title: string, property: string): boolean {
  return CONDITIONAL[title]?.includes(property) ?? false
}
