import type { Read, ReadElements, ReadReference } from './read.js'

/** Ways to look into what was read; it fits the schema, so what is there has the right form. */
export function elementsOf(read: Read | undefined): ReadElements {
  return isElements(read) ? read : {}
}

export function listOf(read: Read | undefined): readonly Read[] {
  if (read === undefined) return []
  return Array.isArray(read) ? (read as readonly Read[]) : [read]
}

export function referencesOf(read: Read | undefined): readonly ReadReference[] {
  return listOf(read).filter(isReference)
}

export function referenceOf(read: Read | undefined): ReadReference | undefined {
  return referencesOf(read)[0]
}

export function textOf(read: Read | undefined): string | undefined {
  return typeof read === 'string' ? read : undefined
}

function isElements(read: Read | undefined): read is ReadElements {
  return typeof read === 'object' && !Array.isArray(read) && !isReference(read)
}

function isReference(read: Read | undefined): read is ReadReference {
  return typeof read === 'object' && 'ids' in read
}
