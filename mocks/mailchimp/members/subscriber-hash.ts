import { createHash } from 'node:crypto'

/** MD5 of the address in lower case. */
export function hashOf(email: string): string {
  return createHash('md5').update(email.toLowerCase()).digest('hex')
}
