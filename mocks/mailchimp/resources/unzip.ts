import { inflateRawSync } from 'node:zlib'

/** What a file in an archive may have, unpacked: more is not read. */
const MOST_BYTES = 10_000_000
const MOST_FILES = 1000

const DIRECTORY_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const DEFLATED = 8

/** The files of a ZIP archive by name; undefined for what is none, is too large, or is packed in another way. @source PKWARE APPNOTE 6.3.10, 4.3 */
export function unzip(archive: Buffer): Map<string, Buffer> | undefined {
  try {
    return read(archive)
  } catch {
    // What a length or an offset says may lead anywhere, and what is packed may be damaged.
    return undefined
  }
}

function read(archive: Buffer): Map<string, Buffer> | undefined {
  // A comment of 65,535 bytes at most comes after it.
  const tail = Math.max(0, archive.length - 22 - 0xffff)
  let end = archive.length - 22
  while (end >= tail && archive.readUInt32LE(end) !== END_OF_DIRECTORY) end--
  if (end < tail) return undefined
  const count = archive.readUInt16LE(end + 10)
  if (count > MOST_FILES) return undefined
  const files = new Map<string, Buffer>()
  let at = archive.readUInt32LE(end + 16)
  let total = 0
  for (let i = 0; i < count; i++) {
    if (archive.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined
    const nameLength = archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const content = contentOf(archive, at)
    total += content.length
    if (total > MOST_BYTES) return undefined
    files.set(name, content)
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return files
}

function contentOf(archive: Buffer, entry: number): Buffer {
  const packed = archive.readUInt32LE(entry + 20)
  const local = archive.readUInt32LE(entry + 42)
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const bytes = archive.subarray(from, from + packed)
  const method = archive.readUInt16LE(entry + 10)
  if (method === DEFLATED) return inflateRawSync(bytes, { maxOutputLength: MOST_BYTES })
  if (method !== 0) throw new Error(`The method ${method} is not read.`)
  return bytes
}
