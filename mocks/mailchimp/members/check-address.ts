import { invalidResource } from '../errors.js'
import type { MailchimpWorld } from '../world.js'

const ADDRESS = /^[^\s@"(),:;<>[\\\]]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i
const EXAMPLES = /@(?:[\w-]+\.)*example\.(?:com|net|org)$/i
const LONGEST = 254

/**
 * Whether an address may be one. Those that are only ever examples are told to be fake, unless `refuseExampleAddresses` is false.
 * @throws InvalidResource (400)  @source tenants2 #1554 (fake); @unverified wording of the other
 */
export function checkAddress(world: MailchimpWorld, email: string): void {
  if (email.length > LONGEST || !ADDRESS.test(email)) throw invalidResource('Please provide a valid email address.')
  if (EXAMPLES.test(email) && world.setting('refuseExampleAddresses') !== false) {
    throw invalidResource(`${email} looks fake or invalid, please enter a real email address.`)
  }
}
