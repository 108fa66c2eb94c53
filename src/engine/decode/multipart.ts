/** Reads multipart/form-data (a file as `{ filename, contentType, bytes }`) with the parser that node itself has. @throws Error with a text for the client */
export async function decodeMultipart(body: Uint8Array, contentType: string): Promise<Record<string, unknown>> {
  const response = new Response(Buffer.from(body), { headers: { 'content-type': contentType } })
  const form = await response.formData().catch(() => {
    throw new Error('The multipart body does not end where its boundary says.')
  })
  const out: Record<string, unknown> = {}
  for (const [name, value] of form) {
    if (name === '__proto__') continue
    out[name] =
      typeof value === 'string'
        ? value
        : { filename: value.name, contentType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) }
  }
  return out
}
