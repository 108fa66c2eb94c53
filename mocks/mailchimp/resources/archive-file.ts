import { createGzip } from 'node:zlib'

/** A gzipped tar of texts, as it is made. */
export async function* archiveFile(
  files: readonly { readonly name: string; readonly text: string }[],
): AsyncIterable<Uint8Array> {
  // Few requests want it, and a start is quicker without it.
  const { pack } = await import('tar-stream')
  const tar = pack()
  for (const { name, text } of files) tar.entry({ name }, text)
  tar.finalize()
  for await (const chunk of tar.pipe(createGzip({ level: 1 }))) yield chunk as Uint8Array
}
