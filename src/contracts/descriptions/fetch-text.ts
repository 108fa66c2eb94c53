import { SandboxError } from '../../engine/errors.js'

/** A document may be so large, in bytes. */
const LARGEST = 64 * 1024 * 1024
/** And take so long, in milliseconds. */
const LONGEST = 60_000

/** The text at a URL. @throws SANDBOX_NOT_FOUND */
export async function fetchText(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(LONGEST) })
    if (!answer.ok) throw new Error(`it answers ${answer.status}`)
    const bytes = await answer.arrayBuffer()
    if (bytes.byteLength > LARGEST) throw new Error(`it is larger than ${LARGEST} bytes`)
    return new TextDecoder().decode(bytes)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const remedy = 'Download it, and name the file.'
    throw new SandboxError('SANDBOX_NOT_FOUND', `${url} cannot be read: ${why}.`, remedy, { cause })
  }
}
