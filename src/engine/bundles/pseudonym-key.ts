import { randomBytes } from 'node:crypto'

/** What pseudonyms are made with: drawn for one bundle and forgotten, so that nobody can find out by trying what stood there. */
export function pseudonymKey(): Uint8Array {
  return randomBytes(32)
}
