import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { command } from '../command.js'
import { countCoverage, coverageOf } from '../coverage.js'

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
    const runtimes = control.sandbox.vendors.filter(({ name }) => vendor === undefined || name === vendor)
    if (runtimes.length === 0) {
      const remedy = `There are: ${control.sandbox.vendors.map(({ name }) => name).join(', ')}.`
      throw new SandboxError('SANDBOX_NOT_FOUND', `There is no vendor '${vendor}' here.`, remedy)
    }
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
