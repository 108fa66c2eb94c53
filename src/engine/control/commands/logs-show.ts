import { SandboxError } from '../../errors.js'
import { command } from '../command.js'
import { curlAsSent } from '../explain/as-sent.js'
import { explain } from '../explain/explain.js'
import { summary } from '../views.js'

/** One request whole, with what its description asks for and the nearest valid request. */
export const showLog = command({
  run: ({ control, world, params }) => {
    const entry = world.log.find(params.id ?? '')
    if (!entry) {
      const remedy = 'See `standin logs`; the log keeps the last 10,000 requests, and a reset empties it.'
      throw new SandboxError('SANDBOX_NOT_FOUND', `The log has no request '${params.id}'.`, remedy)
    }
    const { peer, request, response, issues, failure } = entry
    return {
      ...summary(entry),
      peer: peer ?? null,
      request,
      response,
      issues,
      failure: failure ?? null,
      curl: curlAsSent(control, world, entry),
      explanation: explain(control, world, entry),
    }
  },
})
