import { nearest, SandboxError } from '../../../src/engine/kit.js'
import type { StripeWorld } from '../world.js'
import { newKey } from './api-key.js'
import { resourceOf } from './permissions.js'

const NAME = /^[a-z][\w-]{0,39}$/i

/**
 * The keys of the setting `restrictedKeys`: `{ worker: ['charges:read', 'refunds:write'] }`. A permission is a resource as its path
 * has it (`payment_intents`, `checkout/sessions`, `all`) and `read` or `write`, or Stripe's own name of it (`rak_charge_read`).
 * @throws SandboxError for a name or a permission that is none
 */
export function mintRestrictedKeys(world: StripeWorld): void {
  const configured = world.setting('restrictedKeys')
  if (typeof configured !== 'object' || configured === null) return
  const resources = resourcesOf(world)
  for (const [name, permissions] of Object.entries(configured)) {
    if (!NAME.test(name)) {
      const remedy = 'Use letters, digits, dashes; it becomes the end of STRIPE_RESTRICTED_KEY_<NAME>.'
      throw new SandboxError('SANDBOX_BAD_CONFIG', `'${name}' is no name for a restricted key.`, remedy)
    }
    const list = Array.isArray(permissions) ? permissions.map(String) : []
    newKey(world, { kind: 'restricted', name, permissions: list.map((each) => parse(each, name, resources)) })
  }
}

/** By each name that a resource may be given: what its permissions call it. */
type Resources = ReadonlyMap<string, string>

function resourcesOf({ description }: StripeWorld): Resources {
  const found = new Map([['all', 'all']])
  for (const { path } of description.operations) {
    const resource = resourceOf(path)
    if (resource === undefined) continue
    found.set(resource, resource)
    const [, , ...segments] = path.split('/')
    const own = segments.filter((segment) => !segment.startsWith('{'))
    for (const name of [own[0], own.slice(0, 2).join('/')]) {
      // A path that goes on to another resource does not rename its own.
      if (name !== undefined && !found.has(name) && resourceOf(`/v1/${name}`) === resource) found.set(name, resource)
    }
  }
  return found
}

function parse(text: string, key: string, resources: Resources): string {
  const [, given = '', right = ''] = /^([\w/]+):(read|write)$/.exec(text) ?? /^rak_(\w+)_(read|write)$/.exec(text) ?? []
  const resource = resources.get(given)
  if (resource !== undefined) return `rak_${resource}_${right}`
  const meant = nearest(given || text.replace(/:.*$/, ''), [...resources.keys()])
  const hint = meant === undefined ? '' : ` Did you mean '${meant}:${right || 'read'}'?`
  throw new SandboxError(
    'SANDBOX_BAD_CONFIG',
    `The restricted key '${key}' is given the permission '${text}', which there is not.${hint}`,
    "Write a resource as its path has it and what may be done: 'charges:read', 'checkout/sessions:write', 'all:read'.",
  )
}
