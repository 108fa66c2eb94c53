import { expect, test } from 'vitest'
import { stripeWorld } from '../../../support/stripe.js'
import { describeWithStripe, stripeDescription } from '../../../support/stripe-description.js'
import { type Life, live } from './life.js'
import { ResourceTypes } from './resource-types.js'
import { Walker } from './walker.js'

/** What is not as it was made, changed or deleted, and why that is right. */
const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  // Only one that is a customer's can be changed.
  payment_method: ['updated: 400 You must save this PaymentMethod to a customer before you can update it.'],
}

describeWithStripe('what is made lives on', () => {
  test('each type that can be made is read as it was made, listed, changed and deleted', async () => {
    const types = new ResourceTypes(stripeDescription())
    const walker = new Walker(await stripeWorld(), types)
    const lives: Life[] = []
    for (const type of types.made()) {
      const life = await live(walker, type)
      if (life) lives.push(life)
    }
    const wrong = lives.filter((one) => one.wrong.length > 0).map((one) => [one.type, one.wrong])
    expect(Object.fromEntries(wrong)).toEqual(OTHERWISE)
    const steps = ['made', 'read', 'listed', 'updated', 'deleted']
    const counts = steps.map((step) => lives.filter((one) => one.steps.includes(step)).length)
    expect(counts).toEqual([84, 84, 78, 59, 21])
  }, 120_000)
})
