import { sayAct } from './acts.js'
import { say } from './say.js'
import type { Scenario } from './schema.js'
import type { After, Step } from './step-schema.js'
import { actsOf } from './written-scenario.js'

export type ScenarioView = ReturnType<typeof describeScenario>

/** A scenario in plain words. */
export function describeScenario({ name, title, story, vendors, seed, faults = [], steps = [], expect }: Scenario) {
  return {
    name,
    title,
    vendors,
    story: story.trim(),
    seed: [
      ...(seed?.fixtures ? ['sample data'] : []),
      ...(seed?.requests ?? []).map(({ send, as }) => (as === undefined ? send : `${send} (${as})`)),
    ],
    faults: faults.map((fault) => fault.name ?? fault.effect.kind),
    steps: steps.map(sayStep),
    expectations: expect.map((expectation) => {
      const { because } = expectation
      return { text: say(expectation), ...(because !== undefined && { because }) }
    }),
  }
}

function sayStep({ name, at, after, wait, do: done }: Step): string {
  const when =
    at !== undefined ? `at ${at}` : `after ${sayAfter(after ?? {})}${wait === undefined ? '' : `, ${wait} later`}`
  const acts = actsOf(done).map(([act]) => sayAct(act))
  return `${when}: ${name === undefined ? acts.join('; ') : `${name} (${acts.join('; ')})`}`
}

function sayAfter({ request, event, delivery, step, quiet }: After): string {
  if (quiet !== undefined) return `${quiet} of quiet`
  if (step !== undefined) return `"${step}"`
  if (event) return `${event.type}${nth(event.nth)}`
  if (delivery) return `the webhook ${delivery.event} was ${delivery.answer ?? 'sent'}${nth(delivery.nth)}`
  return `${[request?.operation ?? 'a request'].flat().join(' or ')}${nth(request?.nth)}`
}

function nth(count: number | undefined): string {
  return count === undefined || count === 1 ? '' : ` (number ${count})`
}
