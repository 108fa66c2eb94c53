import { SandboxError } from '../errors.js'
import { nearest } from '../nearest.js'
import { observeCommand } from '../observe/observe-command.js'
import { matchState } from './match-state.js'
import { type StateContext, VOCABULARY } from './vocabulary.js'

/** The scenarios that there are: the name of each is a state. */
export interface ScenarioStates {
  names(): readonly string[]
  start(name: string): Promise<unknown>
}

const NO_SCENARIOS: ScenarioStates = { names: () => [], start: async () => {} }

/** Ids that stand for those which the contract names. */
export type StandingIds = Readonly<Record<string, string>>

/**
 * Brings a world into a state that contracts name.
 * @throws SANDBOX_NOT_FOUND for one that nobody knows
 */
export async function setState(
  context: StateContext,
  name: string,
  params: Readonly<Record<string, unknown>>,
  scenarios: ScenarioStates = NO_SCENARIOS,
): Promise<StandingIds> {
  const { world, runtime } = context
  for (const handler of runtime.definition.states?.handlers ?? []) {
    const found = matchState(handler.name, name, params)
    if (!found) continue
    const ids = world.transact(`state: ${name}`, undefined, () => handler.setUp(found, world.view(runtime, '')))
    observeCommand(world, 'state', { vendor: runtime.name, name, params })
    return ids
  }
  for (const state of VOCABULARY) {
    const found = matchState(state.name, name, params)
    if (!found) continue
    await state.setUp(found, context)
    return {}
  }
  const scenario = name.replace(/^the scenario /, '')
  if (!scenarios.names().includes(scenario)) throw unknown(context, name, scenarios.names())
  await scenarios.start(scenario)
  return {}
}

/** The states that are known of a vendor, as they are written. */
export function stateNames({ definition }: StateContext['runtime']): string[] {
  return [...new Set([...(definition.states?.handlers ?? []), ...VOCABULARY].map(({ name }) => name))]
}

function unknown({ runtime }: StateContext, name: string, scenarios: readonly string[]): SandboxError {
  const known = [...stateNames(runtime), ...scenarios]
  const meant = nearest(name, known)
  const remedy = meant ? `Did you mean '${meant}'?` : `There are: ${known.join('; ')}.`
  return new SandboxError('SANDBOX_NOT_FOUND', `Nobody knows the state '${name}' of ${runtime.name}.`, remedy)
}
