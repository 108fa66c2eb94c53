import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'

/** A gzipped tar of texts, as it is made. */
export async function* archiveFile(
  files: readonly { readonly name: string; readonly text: string }[],
): AsyncIterable<Uint8Array> {
  const tar = pack()
  for (const { name, text } of files) tar.entry({ name }, text)
  tar.finalize()
  for await (const chunk of tar.pipe(createGzip({ level: 1 }))) yield chunk as Uint8Array
}
