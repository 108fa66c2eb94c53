import { z } from 'zod'
import { command } from '../command.js'
import { countCoverage, coverageOf } from '../coverage.js'
import { vendorsNamed } from '../vendors.js'

const query = z.strictObject({
  vendor: z.string().optional(),
  /** Each operation too. */
  list: z.enum(['true', 'false']).optional(),
  fidelity: z.enum(['modelled', 'generic', 'refused']).optional(),
})

/** How many operations of each vendor are modelled, generic and refused. */
export const showCoverage = command({
  query,
  run: ({ control, query: { vendor, list, fidelity } }) => {
    const runtimes = vendorsNamed(control.sandbox, vendor)
    return {
      vendors: runtimes.map((runtime) => ({
        vendor: runtime.name,
        description: { version: runtime.description.version, source: runtime.description.source },
        ...countCoverage(runtime),
        ...(list === 'true' && {
          operations: coverageOf(runtime).filter((each) => fidelity === undefined || each.fidelity === fidelity),
        }),
      })),
    }
  },
})
