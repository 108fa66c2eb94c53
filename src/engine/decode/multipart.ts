import { decodeForm } from './form.js'

/** Reads multipart/form-data (a file as `{ filename, contentType, bytes }`) with the parser that node itself has. @throws Error with a text for the client */
export async function decodeMultipart(body: Uint8Array, contentType: string): Promise<Record<string, unknown>> {
  const [bytes, type] = withLongBoundary(body, contentType)
  const response = new Response(bytes, { headers: { 'content-type': type } })
  const form = await response.formData().catch(() => {
    throw new Error('The multipart body does not end where its boundary says.')
  })
  const texts = [...form].filter(([name, value]) => typeof value === 'string' && name.includes('['))
  // Names with brackets mean here what they mean in a form.
  const out = decodeForm(new URLSearchParams(texts as [string, string][]).toString())
  for (const [name, value] of form) {
    if (name === '__proto__' || (typeof value === 'string' && name.includes('['))) continue
    out[name] =
      typeof value === 'string'
        ? value
        : { filename: value.name, contentType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) }
  }
  return out
}

/** The parser that node has refuses boundaries under 27 characters, which clients do send. */
function withLongBoundary(body: Uint8Array, contentType: string): [Buffer<ArrayBuffer>, string] {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]?.trim()
  if (!boundary || boundary.length >= 27) return [Buffer.from(body), contentType]
  const long = `----standin${boundary.padStart(40, '-')}`
  const text = Buffer.from(body).toString('latin1')
  const replaced = `\r\n${text}`.replaceAll(`\r\n--${boundary}`, `\r\n--${long}`).slice(2)
  return [Buffer.from(replaced, 'latin1'), `multipart/form-data; boundary=${long}`]
}
