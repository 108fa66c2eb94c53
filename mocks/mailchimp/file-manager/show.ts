import { reply } from '../../../src/engine/kit.js'
import { page } from '../api.js'
import { lostPage } from '../pages/html.js'

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
}

/** A file under its URL. What is no image is only ever saved. @source https://mailchimp.com/developer/marketing/api/file-manager-files/ (read 2026-11) */
export const showFile = page('GET /gallery/{u}/{file}/{name}', ({ params }, world) => {
  const file = params.u === world.account.accountId ? world.files.find(params.file ?? '') : undefined
  if (!file) return lostPage()
  const type = TYPES[String(file.wire.name).split('.').at(-1)?.toLowerCase() ?? '']
  return reply({
    body: Buffer.from(file.data, 'base64'),
    contentType: type ?? 'application/octet-stream',
    headers: {
      'X-Content-Type-Options': 'nosniff',
      ...(type === undefined && { 'Content-Disposition': 'attachment' }),
    },
  })
})
