import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { SandboxError } from '../errors.js'

/** Unpacked, in bytes: what is larger is an attack or a mistake, and would not fit into one text. */
const MOST = 400 * 1024 ** 2

/** The bytes of a file: gzip, with a checksum in its last line. */
export function packLines(lines: Iterable<string>): Buffer {
  const text = [...lines].join('\n')
  const end = JSON.stringify({ end: true, sha256: createHash('sha256').update(text).digest('hex') })
  return gzipSync(`${text}\n${end}\n`)
}

/** @throws SANDBOX_BAD_INPUT for what is no such file, is cut, was changed, or would not fit the memory */
export function unpackLines(bytes: Uint8Array, what: string, most = MOST): string[] {
  const lines = unzipped(bytes, what, most).split('\n')
  const end = lines.at(-1) === '' ? lines.splice(-2)[0] : undefined
  const sha256 = /^\{"end":true,"sha256":"([0-9a-f]{64})"\}$/.exec(end ?? '')?.[1]
  if (sha256 === undefined) throw broken(what, 'its end is missing')
  if (sha256 !== createHash('sha256').update(lines.join('\n')).digest('hex'))
    throw broken(what, 'its checksum is wrong')
  return lines
}

function unzipped(bytes: Uint8Array, what: string, most: number): string {
  try {
    return gunzipSync(bytes, { maxOutputLength: most }).toString()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') throw broken(what, `it unpacks to more than ${most} bytes`)
    throw broken(what, 'it is not gzip, or is cut')
  }
}

export function broken(what: string, why: string): SandboxError {
  return new SandboxError('SANDBOX_BAD_INPUT', `${what} cannot be read: ${why}.`, 'Save it again, and copy it whole.')
}

export function newer(what: string, kind: string, version: unknown, known: number): SandboxError {
  const message = `${what} is a ${kind} of version ${String(version)}; this Standin reads version ${known}.`
  return new SandboxError('SANDBOX_BAD_INPUT', message, 'Read it with the Standin that wrote it, or update this one.')
}
