import type { SenderDomain } from '../rows.js'

/** What proves that a mailbox of a domain was read. */
export function verifyLink(origin: string, publicId: string, { id, textKey }: SenderDomain): string {
  return `${origin}/track/verify?u=${publicId}&d=${id}&k=${textKey.split('.')[1]}`
}
