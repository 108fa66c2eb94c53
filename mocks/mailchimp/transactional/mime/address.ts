/** Wire forms of addresses and what is wrong with one, in the vendor's words. */

const USER = /^[^\s@<>(),;:\\"[\]]{1,64}$/
const DOMAIN = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,62}$/i

/**
 * What is wrong with an address, or undefined.
 * @source texts as asserted against the API by others (see facts; "email address is invalid"); @unverified the one for a missing @
 */
export function addressProblem(email: string): string | undefined {
  const at = email.lastIndexOf('@')
  if (at < 0 || email.indexOf('@') !== at) return 'An email address must contain a single @'
  const [user, domain] = [email.slice(0, at), email.slice(at + 1)]
  if (!USER.test(user) || user.startsWith('.') || user.endsWith('.') || user.includes('..')) {
    return `The username portion of the email address is invalid (the portion before the @: ${user})`
  }
  if (!DOMAIN.test(domain)) {
    return `The domain portion of the email address is invalid (the portion after the @: ${domain})`
  }
  return undefined
}

export function isAddress(email: string): boolean {
  return addressProblem(email) === undefined
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase()
}

export function isDomain(name: string): boolean {
  return DOMAIN.test(name)
}

export interface Mailbox {
  readonly email: string
  readonly name: string | null
}

const LONGEST_HEADER = 20_000

/** The mailboxes of a header: `Ada <ada@example.com>, bob@example.com`. */
export function parseMailboxes(header: string): Mailbox[] {
  const out: Mailbox[] = []
  for (const part of header.slice(0, LONGEST_HEADER).match(/(?:"(?:[^"\\]|\\.)*"|<[^>]*>|[^,"<])+/g) ?? []) {
    const angle = /^\s*(.*?)\s*<\s*([^<>]*?)\s*>\s*$/s.exec(part)
    const name = angle?.[1]?.replace(/^"((?:[^"\\]|\\.)*)"$/s, '$1').replace(/\\(.)/g, '$1')
    const email = (angle?.[2] ?? part).trim()
    if (email) out.push({ email, name: name || null })
  }
  return out
}
