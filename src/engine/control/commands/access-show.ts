import { z } from 'zod'
import { accessReport } from '../../access/access-report.js'
import { command } from '../command.js'
import { vendorsNamed } from '../vendors.js'

const query = z.strictObject({ vendor: z.string().optional() })

/** What each credential was used for, beside what it is granted. */
export const showAccess = command({
  query,
  run: ({ control, world, query: { vendor } }) => accessReport(world, vendorsNamed(control.sandbox, vendor)),
})
