import { stripeWorld } from '../../../support/stripe.js'
import { stripeDescription } from '../../../support/stripe-description.js'
import { ResourceTypes } from './resource-types.js'
import { type Step, Walker } from './walker.js'

export interface Walked extends Step {
  /** Types of what had to be made of its id alone, since no operation makes one. */
  readonly materialized: readonly string[]
}

let walked: Promise<readonly Walked[]> | undefined

/** Every operation of Stripe's description that answers, each called once with the least request that it takes. */
export function walkedOnce(): Promise<readonly Walked[]> {
  walked ??= walk()
  return walked
}

async function walk(): Promise<Walked[]> {
  const types = new ResourceTypes(stripeDescription())
  const plain = new Walker(await fundedWorld(), types)
  const materializing = new Walker(await stripeWorld({ materializeIds: true }), types, false)
  const out: Walked[] = []
  for (const operation of types.description.operations) {
    const step = await plain.step(operation)
    const { missing } = plain
    const again = step.answer.status === 404 && missing.length > 0
    out.push(
      again ? { ...(await materializing.step(operation)), materialized: missing } : { ...step, materialized: [] },
    )
  }
  return out
}

/** With money that is there to be moved. Of payments come balance transactions and events, which no operation makes. */
export async function fundedWorld() {
  const world = await stripeWorld()
  await world.stripe.charges.create({ amount: 500_000, currency: 'usd', source: 'tok_bypassPending' })
  await world.settled()
  return world
}
