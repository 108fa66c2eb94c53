import type { Given, ProbeRules } from '../../../contracts/probe-rules.js'
import { valueAt } from '../pact/json-path.js'
import type { PactFile, ProviderState } from '../pact/pact-file.js'
import type { Actual } from './actual.js'
import type { Made } from './made.js'
import type { PactRequest, Sender } from './send.js'

/** What brings states about: the contract's own requests, or what is known of the vendor. */
export interface Means {
  readonly pact: PactFile
  readonly rules: ProbeRules
  readonly sender: Sender
  readonly made: Made
}

/**
 * Brings a state about at the vendor.
 * @returns why it could not be, or undefined
 */
export async function bringAbout(state: ProviderState, actual: Actual, means: Means): Promise<string | undefined> {
  const step = stepFor(state, means)
  if (step === 'nothing') return undefined
  if (!step) return `the state '${state.name}' cannot be brought about at the vendor`
  const answer = await means.sender.send(step.request, actual)
  means.made.note(sent(step.request, actual), answer)
  if (answer.status >= 400) return `the state '${state.name}' was refused with ${answer.status}`
  for (const [example, path] of Object.entries(step.gives ?? {})) {
    const value = valueAt(answer.body, path)
    if (typeof value !== 'string') return `the state '${state.name}' gives nothing at ${path}`
    actual.set(example, value)
  }
  return undefined
}

interface Step {
  readonly request: PactRequest
  readonly gives?: Readonly<Record<string, string>> | undefined
}

export function stepFor(
  { name, params = {} }: ProviderState,
  { pact, rules }: Pick<Means, 'pact' | 'rules'>,
): Step | 'nothing' | undefined {
  const own = pact.metadata.standin?.setup?.[name]
  if (own) return own
  const given = rules.given(name, params)
  return given === undefined || given === 'nothing' ? given : requestOf(given)
}

function requestOf({ method, path, form, id }: Given): Step {
  const type = 'application/x-www-form-urlencoded'
  const body = { content: new URLSearchParams(form).toString(), contentType: type }
  return { request: { method, path, headers: { 'content-type': type }, body }, gives: { [id]: '$.id' } }
}

/** A request as it went out, as far as its path tells what it made. */
export function sent(request: PactRequest, actual: Actual): PactRequest {
  return { ...request, path: actual.text(request.path) }
}
