import { reply, stream } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { archiveFile } from '../resources/archive-file.js'
import { sign } from './render.js'

/**
 * The results of a batch: a gzipped tar of JSON files, each a list of answers. Past its ten minutes a link leads nowhere.
 * @source facts A1, batches (read 2026-11-23); @unverified the look of the refusal, which is that of the vendor's file store
 */
export const download = page('GET /batch-results/{batch}-response.tar.gz', ({ params, query }, world) => {
  const batch = world.batches.find(params.batch ?? '')
  const expires = Number(query.Expires)
  if (!batch || query.Signature !== sign(batch, expires)) return denied('AccessDenied', 'Access Denied')
  if (expires <= world.port.now()) return denied('AccessDenied', 'Request has expired')
  const files = world.batchResults.where('parent', batch.id).map(({ id, answers }) => ({
    name: `${id.replace('/', '-')}.json`,
    text: JSON.stringify(answers),
  }))
  return stream('application/x-gzip', () => archiveFile(files))
})

function denied(code: string, message: string) {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return reply({ status: 403, body, contentType: 'application/xml' })
}
