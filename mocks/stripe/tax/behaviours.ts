import type { Behaviour } from '../../../src/engine/kit.js'
import { createCalculation } from './create-calculation.js'
import { createFromCalculation } from './create-from-calculation.js'
import { createReversal } from './create-reversal.js'
import { listCalculationLines, listTransactionLines } from './list-lines.js'

/** Stripe Tax for sales of one's own. */
export const taxBehaviours: readonly Behaviour[] = [
  createCalculation,
  listCalculationLines,
  createFromCalculation,
  createReversal,
  listTransactionLines,
]
