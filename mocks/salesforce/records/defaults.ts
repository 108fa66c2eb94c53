import type { SObject } from '../catalogue/catalogue.js'
import type { Draft } from '../rules/rule.js'
import type { SalesforceWorld } from '../world.js'
import { factsOf } from './object-facts.js'

/** Fills in what a new row has where the client says nothing: default values, the owner, numbers counted by the platform. */
export function fillDefaults(world: SalesforceWorld, object: SObject, draft: Draft, userId: string): void {
  for (const [name, value] of factsOf(object).defaults) if (draft[name] === undefined) draft[name] = value
  if (object.field('OwnerId')) draft.OwnerId ??= userId
  if (object.custom && object.field('Name')?.autoNumber) draft.Name ??= numbered(world, object)
}

/** `INV-{0000}`: the next number, with at least as many digits. */
function numbered(world: SalesforceWorld, object: SObject): string {
  const settings = (world.setting('objects') ?? {}) as Record<string, { autoNumber?: string } | undefined>
  const pattern = settings[object.name]?.autoNumber ?? '{0}'
  const number = world.nextNumber(`${object.name}.Name`, 1)
  return pattern.replace(/\{(0+)\}/, (_, zeros: string) => String(number).padStart(zeros.length, '0'))
}
