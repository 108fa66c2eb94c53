import type { CallFacts } from '../../../src/engine/kit.js'
import type { SalesforceWorld } from '../world.js'

const PRODUCTION = /(?:^|\.)(?:salesforce|force|salesforce-sites|visualforce)\.com$/

/** Whether a client came by one of Salesforce's own host names, through a proxy of the sandbox. */
function cameByOwnName(call: CallFacts): boolean {
  return PRODUCTION.test(call.host)
}

/** Where the org's API is. A client that came by loopback is led back to loopback; by Salesforce's name, to My Domain. */
export function instanceUrl(call: CallFacts, world: SalesforceWorld): string {
  return cameByOwnName(call) ? `https://${world.oauth.org.myDomain}` : call.origin
}

/** Where people log in, and what the identity URL begins with. */
export function loginUrl(call: CallFacts, world: SalesforceWorld): string {
  if (!cameByOwnName(call)) return call.origin
  return isSharedLogin(call.host) ? `https://${call.host}` : `https://${world.oauth.org.myDomain}`
}

/** login.salesforce.com and test.salesforce.com, which belong to no org. */
export function isSharedLogin(host: string): boolean {
  return host === 'login.salesforce.com' || host === 'test.salesforce.com'
}

/** `https://login.salesforce.com/id/00D.../005...`, or the same at the sandbox. */
export function identityUrl(call: CallFacts, world: SalesforceWorld, user: string): string {
  return `${loginUrl(call, world)}/id/${world.oauth.org.organization}/${user}`
}
