import type { DeliveryRow } from '../events/delivery.js'

/** What ids of a vendor look like, so that contracts hold examples of them and match others of the same form. */
export interface IdForm {
  /** A whole id, wherever in a text it stands; the first group tells its type and stays in an example. */
  readonly pattern: RegExp
  /** An example that the vendor would take for one of its own. `draw` gives so many characters of base 62. */
  example(kept: string, seen: string, draw: (length: number) => string): string
  /** A pattern that fits every whole id of the type. */
  matcher(kept: string): string
}

/** A state as contracts name it. */
export interface StateName {
  readonly name: string
  readonly params?: Readonly<Record<string, unknown>>
}

export interface StateHandler<W> {
  /** As in contracts; what is in braces is a parameter, `a customer with id {id} exists`, and may stand in `params` instead. */
  readonly name: string
  /**
   * Makes it so, inside a transaction; gives the ids that stand for those that the contract names.
   * @throws SandboxError where it cannot be
   */
  setUp(params: Readonly<Record<string, unknown>>, world: W): Readonly<Record<string, string>>
}

/** What a refusal looked like to the program that met it. */
export interface MetRefusal {
  readonly status: number
  readonly request: unknown
  readonly answer: unknown
}

/** What contracts say of this vendor's state, and how a world comes to be in it. */
export interface StateRules<W> {
  readonly ids?: readonly IdForm[]
  readonly handlers: readonly StateHandler<W>[]
  /** The state that a refusal speaks of: a limit that is reached, a card that will be declined. */
  met?(refusal: MetRefusal): StateName | undefined
  /** The state in which an endpoint is told such a thing; its handler gets the endpoint's `url` among the parameters. */
  listening?(delivery: DeliveryRow, world: W): StateName
}
