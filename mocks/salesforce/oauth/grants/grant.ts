import type { CallFacts } from '../../../../src/engine/kit.js'
import type { SalesforceWorld } from '../../world.js'
import type { Form } from '../client.js'
import type { Grant } from '../token-response.js'

export interface GrantInput {
  readonly form: Form
  readonly call: CallFacts
}

/** Decides whether a grant is good, and for whom. @throws an OAuth error */
export type GrantHandler = (input: GrantInput, world: SalesforceWorld) => Grant
