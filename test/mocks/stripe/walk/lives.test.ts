import { expect, test } from 'vitest'
import { describeWithStripe, stripeDescription } from '../../../support/stripe-description.js'
import { type Life, live } from './life.js'
import { ResourceTypes } from './resource-types.js'
import { fundedWorld } from './walk.js'
import { Walker } from './walker.js'

describeWithStripe('what is made lives on', () => {
  test('each type that can be made is read as it was made, listed, changed and deleted', async () => {
    const types = new ResourceTypes(stripeDescription())
    const walker = new Walker(await fundedWorld(), types)
    const lives: Life[] = []
    for (const type of types.made()) {
      const life = await live(walker, type)
      if (life) lives.push(life)
    }
    const wrong = lives.filter((one) => one.wrong.length > 0).map((one) => [one.type, one.wrong])
    expect(wrong).toEqual([])
    const steps = ['made', 'read', 'listed', 'updated', 'deleted']
    const counts = steps.map((step) => lives.filter((one) => one.steps.includes(step)).length)
    expect(counts).toEqual([88, 88, 81, 62, 23])
  }, 120_000)
})
