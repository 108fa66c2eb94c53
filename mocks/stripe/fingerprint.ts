import { createHash } from 'node:crypto'

/** The same for the same card or account, and nothing to read it back from: sixteen letters and digits. */
export function fingerprintOf(number: string): string {
  return createHash('sha256').update(`standin ${number}`).digest('base64').replace(/\W/g, '').slice(0, 16)
}
