import { describe } from 'vitest'
import { Description } from '../../src/engine/description/description.js'
import { generatedDescription } from '../../src/engine/generated.js'

function read(): Description | undefined {
  try {
    return new Description(generatedDescription('stripe'))
  } catch {
    return undefined
  }
}

const found = read()

/** A real description to try the engine on. Tests that need it are shown as skipped where it has not been generated. */
export const describeWithStripe = found
  ? describe
  : (((name: string, work: () => void) => describe.skip(`${name} (run \`npm run generate\`)`, work)) as typeof describe)

export function stripeDescription(): Description {
  if (!found) throw new Error('The description of Stripe has not been generated.')
  return found
}
