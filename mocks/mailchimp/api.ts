import type { OperationKey, paths } from '../../contracts/generated/mailchimp.js'
import { type Behaviour, behavioursOf, type InputOf, reply } from '../../src/engine/kit.js'
import { completed } from './resources/complete.js'
import type { MailchimpWorld } from './world.js'

const bound = behavioursOf<paths, OperationKey, MailchimpWorld>()

/** What an action answers that has nothing to say. */
export const noContent = () => reply({ status: 204 })

/**
 * As the engine's, but what a behaviour gives need not be whole: what its description has besides is put in, as Mailchimp does,
 * empty. Nothing at all is a 204.
 */
export function behaviour<K extends OperationKey>(
  key: K,
  run: (input: InputOf<paths, K>, world: MailchimpWorld) => unknown,
): Behaviour {
  return bound.behaviour(key, (input, world) => finished(key, run(input, world), world))
}

/** The same with a step before the transaction that may wait. */
export function behaviourWithBefore<K extends OperationKey, Prior>(
  key: K,
  before: (input: InputOf<paths, K>, world: MailchimpWorld) => Promise<Prior>,
  run: (input: Omit<InputOf<paths, K>, 'prior'> & { readonly prior: Prior }, world: MailchimpWorld) => unknown,
): Behaviour {
  return bound.behaviourWithBefore(key, before, (input, world) => finished(key, run(input, world), world))
}

export const { page } = bound

function finished(key: string, result: unknown, world: MailchimpWorld): never {
  // The answer's type is not generated: it is checked against the description as it is made.
  return (result === undefined ? noContent() : completed(world.description, key, result)) as never
}
