import type { Description } from '../../../contracts/document.js'
import type { ProbeRules } from '../../../contracts/probe-rules.js'
import type { NamedPact } from '../drift/drift.js'
import { lineOf } from '../drift/line-of.js'
import { type HttpInteraction, isHttp } from '../pact/pact-file.js'
import { Actual } from './actual.js'
import { bringAbout, type Means, sent, stepFor } from './bring-about.js'
import { type Difference, differences } from './differences.js'
import { type CleanedUp, Made } from './made.js'
import { Sender } from './send.js'

export interface Probed {
  readonly consumer: string
  readonly interaction: string
  readonly operation: string
  readonly file: string
  readonly line: number
  readonly differences: readonly Difference[]
  /** Why it was not asked, where it was not. */
  readonly skipped?: string
}

export interface ProbeReport {
  readonly vendor: string
  readonly baseUrl: string
  readonly interactions: readonly Probed[]
  readonly cleanedUp: CleanedUp
}

export interface ProbeOptions {
  readonly pacts: readonly NamedPact[]
  readonly vendor: string
  /** Guarded already: guardProbe. */
  readonly base: URL
  readonly rules: ProbeRules
  readonly credential: string
  readonly description: Description
  /** Unix milliseconds. */
  readonly now: number
  /** A text of this run alone. */
  readonly run: string
}

/** How many requests a probe makes that write, before it makes any: states that are brought about, and the contract's own. */
export function countWrites(pacts: readonly NamedPact[], rules: ProbeRules): number {
  const writes = (method: string) => method !== 'GET' && method !== 'HEAD'
  return pacts.reduce((sum, { pact }) => {
    const own = pact.interactions.filter(isHttp).map((interaction) => {
      const steps = (interaction.providerStates ?? []).map((state) => stepFor(state, { pact, rules }))
      const settingUp = steps.filter((step) => typeof step === 'object' && writes(step.request.method)).length
      return settingUp + (writes(interaction.request.method) ? 1 : 0)
    })
    return sum + own.reduce((a, b) => a + b, 0)
  }, 0)
}

/** Asks a vendor's test mode what the contracts ask, and tells where its answers are not what they say. Takes back what it made. */
export async function probe(options: ProbeOptions): Promise<ProbeReport> {
  const { pacts, vendor, base, rules, credential, description, now, run } = options
  const sender = new Sender(base, rules, credential, run)
  const made = new Made(description)
  const interactions: Probed[] = []
  let cleanedUp: CleanedUp = { undone: [], left: [] }
  try {
    for (const named of pacts) {
      const means: Means = { pact: named.pact, rules, sender, made }
      for (const interaction of named.pact.interactions) {
        const place = placeOf(named, interaction.description)
        if (isHttp(interaction)) interactions.push({ ...place, ...(await probeOne(interaction, means, now)) })
        else {
          const operation = interaction.comments?.standin?.event ?? interaction.description
          const skipped = 'events come when the vendor sends them: verify and drift look at them'
          interactions.push({ ...place, operation, differences: [], skipped })
        }
      }
    }
  } finally {
    cleanedUp = await made.cleanUp(sender)
  }
  return { vendor, baseUrl: base.origin, interactions, cleanedUp }
}

async function probeOne(interaction: HttpInteraction, means: Means, now: number) {
  const { request } = interaction
  const operation = interaction.comments?.standin?.operation ?? `${request.method} ${request.path}`
  const at = means.pact.metadata.standin?.at
  const actual = new Actual(at === undefined ? undefined : Date.parse(at), now)
  for (const state of interaction.providerStates ?? []) {
    const skipped = await bringAbout(state, actual, means)
    if (skipped !== undefined) return { operation, differences: [], skipped }
  }
  const answer = await means.sender.send(request, actual)
  means.made.note(sent(request, actual), answer)
  return { operation, differences: differences(interaction, answer, actual) }
}

function placeOf({ file, text, pact }: NamedPact, interaction: string) {
  return { consumer: pact.consumer.name, interaction, file, line: lineOf(text, interaction) }
}
