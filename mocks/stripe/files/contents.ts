import { reply } from '../../../src/engine/kit.js'
import { behaviour } from '../api.js'
import { bytesOf, filesOf } from './file.js'
import { contentTypeOf } from './purposes.js'

/** The bytes of a file, on the host for files. @throws resource_missing (404) @source https://docs.stripe.com/file-upload (read 2026-11) */
export const fileContents = behaviour('GET /v1/files/{file}/contents', ({ params }, world) => {
  const file = filesOf(world).get(params.file, 'file')
  return reply({ body: bytesOf(world, file.id), contentType: contentTypeOf(file.type) })
})
