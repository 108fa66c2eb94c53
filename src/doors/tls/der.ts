/** A writer of DER, as much as a certificate extension and a PKCS #12 file need. */

/** Tag, length, content. */
function der(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content)
  return Buffer.concat([Buffer.of(tag, ...lengthOf(body.length)), body])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 | bytes.length, ...bytes]
}

export const sequence = (...items: Uint8Array[]) => der(0x30, ...items)
export const set = (...items: Uint8Array[]) => der(0x31, ...items)
export const octets = (bytes: Uint8Array) => der(0x04, bytes)
export const nothing = () => der(0x05)

/** `[number] EXPLICIT`, or IMPLICIT for what is constructed. */
export const tagged = (number: number, ...items: Uint8Array[]) => der(0xa0 | number, ...items)

/** `[number] IMPLICIT` for what is primitive. */
export const taggedBytes = (number: number, bytes: Uint8Array) => der(0x80 | number, bytes)

/** Of a number from 0 to 2^31. */
export function integer(value: number): Buffer {
  const bytes = Buffer.alloc(5)
  bytes.writeUInt32BE(value, 1)
  // The shortest form whose first bit is clear, since that is the sign.
  let start = 0
  while (start < 4 && bytes[start] === 0 && (bytes[start + 1] ?? 0) < 0x80) start++
  return der(0x02, bytes.subarray(start))
}

/** Of a dotted object identifier. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const bytes = [value % 128]
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) bytes.unshift(0x80 | (left % 128))
  return bytes
}

/** A BMPString: two bytes a character, big end first. */
export function bmpString(text: string): Buffer {
  return der(0x1e, Buffer.from(text, 'utf16le').swap16())
}
