import { z } from 'zod'
import { tracesOf } from '../../privacy/traces.js'
import { command } from '../command.js'

const body = z.strictObject({ address: z.string().min(3) })

/** Whether anything of somebody is left in a world, and where. A write, since the address is in its body and nowhere else. */
export const proveForgotten = command({
  body,
  run: ({ world, body: { address } }) => {
    const traces = tracesOf(world, address)
    return { forgotten: traces.length === 0, traces }
  },
})
