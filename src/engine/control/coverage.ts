import type { Fidelity } from '../call.js'
import type { Operation } from '../description/operation.js'
import { planFor } from '../generic/plan.js'
import type { VendorRuntime } from '../vendor-runtime.js'

export interface OperationCoverage {
  /** `POST /v1/customers` */
  readonly operation: string
  readonly fidelity: Fidelity
  /** Why it is refused. */
  readonly why?: string
}

export interface CoverageCounts {
  readonly modelled: number
  readonly generic: number
  readonly refused: number
  readonly total: number
}

/** What is refused only with certain parameters is not counted as refused. */
const NOTHING = { params: {}, query: {}, body: undefined }

const memo = new WeakMap<VendorRuntime, readonly OperationCoverage[]>()

/** What stands behind each operation of a vendor, in the order of its description. Worked out once. */
export function coverageOf(runtime: VendorRuntime): readonly OperationCoverage[] {
  let coverage = memo.get(runtime)
  if (!coverage) {
    coverage = runtime.description.operations.map((operation) => cover(runtime, operation))
    memo.set(runtime, coverage)
  }
  return coverage
}

export function countCoverage(runtime: VendorRuntime): CoverageCounts {
  const counts = { modelled: 0, generic: 0, refused: 0, total: 0 }
  for (const { fidelity } of coverageOf(runtime)) {
    counts[fidelity]++
    counts.total++
  }
  return counts
}

function cover(runtime: VendorRuntime, operation: Operation): OperationCoverage {
  const { key } = operation
  if (runtime.behaviour(operation)) return { operation: key, fidelity: 'modelled' }
  const why = runtime.definition.refuse?.(operation, NOTHING)
  if (why !== undefined) return { operation: key, fidelity: 'refused', why }
  const { generic } = runtime.definition
  if (generic && 'answer' in generic) {
    const refused = generic.refuses(operation, runtime.description)
    return refused === undefined
      ? { operation: key, fidelity: 'generic' }
      : { operation: key, fidelity: 'refused', why: refused }
  }
  const plan = planFor(runtime.description, operation)
  return plan.kind === 'none'
    ? { operation: key, fidelity: 'refused', why: plan.why }
    : { operation: key, fidelity: 'generic' }
}
