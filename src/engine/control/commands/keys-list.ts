import { z } from 'zod'
import { keysOf } from '../../access/keys.js'
import { command } from '../command.js'
import { vendorsNamed } from '../vendors.js'

const query = z.strictObject({ vendor: z.string().optional() })

/** Keys and webhook secrets, masked: which hold, until when, and who used them last. */
export const listKeys = command({
  query,
  run: ({ control, world, query: { vendor } }) => ({
    keys: vendorsNamed(control.sandbox, vendor).flatMap((runtime) => keysOf(world, runtime)),
  }),
})
