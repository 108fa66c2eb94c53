import { behaviour, type File, type Metadata } from '../api.js'
import { invalidRequest } from '../errors.js'
import { mergeMetadata } from '../metadata.js'
import { contentsOf, filesOf, filesOrigin, insertLink } from './file.js'
import { PURPOSES, typeOf } from './purposes.js'

interface Upload {
  readonly filename: string
  readonly bytes: Uint8Array
}

/**
 * Takes in a file that is sent as multipart/form-data, and a link to it where that is asked for.
 * @throws a file that is none, too large or of another type than its purpose takes (400)  @emits nothing
 * @source https://docs.stripe.com/file-upload (read 2026-11) @unverified the sentences
 */
export const createFile = behaviour('POST /v1/files', ({ body, call }, world) => {
  const upload: unknown = body.file
  if (!isUpload(upload))
    throw invalidRequest('Invalid file: it must be sent as a part of multipart/form-data with a filename.', {
      param: 'file',
    })
  const type = checked(upload, body.purpose)
  const id = world.id('file')
  const handle = world.port.files.create()
  const size = world.port.files.write(handle, 0, upload.bytes)
  contentsOf(world).insert({ id, handle, size })
  const file = filesOf(world).insert({
    id,
    object: 'file',
    created: world.now(),
    expires_at: null,
    filename: upload.filename,
    purpose: body.purpose,
    size,
    title: null,
    type,
    url: `${filesOrigin(call)}/v1/files/${id}/contents`,
  } satisfies Omit<File, 'links'>)
  const link = body.file_link_data
  if (!link?.create) return file
  const metadata = mergeMetadata({}, link.metadata as Metadata | '')
  return withLinks(file, [insertLink(world, call, { file: id, expires_at: link.expires_at, metadata })])
})

function withLinks(file: File, data: NonNullable<File['links']>['data']): File {
  return { ...file, links: { object: 'list', data, has_more: false, url: `/v1/file_links?file=${file.id}` } }
}

function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && 'bytes' in value && 'filename' in value
}

function checked({ filename, bytes }: Upload, purpose: string): string {
  const rules = PURPOSES[purpose]
  if (bytes.length === 0) throw invalidRequest('The file you uploaded is empty.', { param: 'file' })
  const type = typeOf(filename)
  if (rules && bytes.length > rules.most) {
    throw invalidRequest(`Files for ${purpose} can have at most ${rules.most} bytes; this one has ${bytes.length}.`, {
      param: 'file',
    })
  }
  if (rules && !rules.types.includes(type)) {
    throw invalidRequest(`Files for ${purpose} must be one of: ${rules.types.join(', ')}. '${filename}' is none.`, {
      param: 'file',
    })
  }
  return type
}
