import { behaviour } from '../api.js'
import { invalidResource } from '../errors.js'
import { linksOf } from '../resources/links.js'
import { publicOrigin } from '../resources/public-origin.js'
import { dimensionsOf } from './dimensions.js'

/** A file may be so large, in bytes. @source https://mailchimp.com/help/file-manager/ (read 2026-11) */
const LARGEST = 10 * 1024 * 1024

/**
 * Takes a file in, which is found under its URL from then on.
 * @throws InvalidResource (400) where the data is no base64, or too large
 * @source https://mailchimp.com/developer/marketing/api/file-manager-files/add-file/ (read 2026-11); @unverified wording
 */
export const create = behaviour('POST /3.0/file-manager/files', ({ body, call }, world) => {
  const { name, file_data: data, folder_id: folder = 0 } = body
  if (data === '' || !/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(data)) {
    throw invalidResource([{ field: 'file_data', message: 'The file data must be base64-encoded.' }])
  }
  const bytes = Buffer.from(data, 'base64')
  if (bytes.length > LARGEST) throw invalidResource([{ field: 'file_data', message: 'The file is too large.' }])
  const number = world.nextNumber('file')
  const { width, height } = dimensionsOf(bytes)
  const url = `${publicOrigin(call.origin)}/gallery/${world.account.accountId}/${number}/${encodeURIComponent(name)}`
  const wire = {
    id: number,
    folder_id: folder,
    type: width > 0 ? 'image' : 'file',
    name,
    full_size_url: url,
    thumbnail_url: width > 0 ? url : '',
    size: bytes.length,
    created_at: world.now(),
    created_by: world.account.name,
    width,
    height,
  }
  world.files.insert({ id: String(number), parent: '', wire, data: bytes.toString('base64') })
  return {
    ...wire,
    _links: linksOf(world.description, call.origin, '/3.0/file-manager/files/{file_id}', [String(number)]),
  }
})
