import { behaviour } from '../api.js'
import { fail } from '../errors.js'
import { since } from '../versions-since.js'
import { sendPart } from './subrequest.js'

const MOST_PARTS = 25
const HALTED = {
  statusCode: 412,
  result: [
    {
      errorCode: 'BATCH_PROCESSING_HALTED',
      message: 'Batch processing halted per request. This operation was not performed.',
    },
  ],
}

/**
 * Runs up to 25 independent requests. With `haltOnError` those behind a failure are not run.
 * @throws MISSING_ARGUMENT, LIMIT_EXCEEDED (400)
 * @source https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_batch.htm (read 2026-11)
 * @unverified the text of a halted part
 */
export const batch = behaviour('POST /services/data/{version}/composite/batch', ({ params, body }, world) => {
  since(34, params.version)
  const { batchRequests, haltOnError } = body as { batchRequests?: unknown; haltOnError?: unknown }
  if (!Array.isArray(batchRequests)) throw fail(400, 'MISSING_ARGUMENT', 'batchRequests is required')
  if (batchRequests.length > MOST_PARTS) {
    throw fail(400, 'LIMIT_EXCEEDED', `You can have up to ${MOST_PARTS} subrequests in a single call.`)
  }
  let failed = false
  const results = batchRequests.map((part: { method?: unknown; url?: unknown; richInput?: unknown }) => {
    if (failed && haltOnError === true) return HALTED
    const url = fullUrl(String(part?.url ?? ''))
    const response = sendPart(world, { method: String(part?.method ?? ''), url, body: part?.richInput })
    if (response.status >= 400) failed = true
    return { statusCode: response.status, result: response.body }
  })
  return { hasErrors: failed, results }
})

/** `v59.0/sobjects/Account` is short for the path from the root. */
function fullUrl(url: string): string {
  if (url.startsWith('/services/')) return url
  return `/services/data/${url.replace(/^\//, '')}`
}
