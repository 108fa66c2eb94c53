/** Bytes as text: UTF-8 unless the message names another encoding that is known here. */
export function decodeText(bytes: Uint8Array, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

/** @param encoding of Content-Transfer-Encoding: base64, quoted-printable, or none */
export function decodeTransfer(text: string, encoding: string): Uint8Array {
  const how = encoding.trim().toLowerCase()
  if (how === 'base64') return Buffer.from(text.replace(/[^A-Za-z0-9+/=]/g, ''), 'base64')
  if (how === 'quoted-printable') return quotedPrintable(text.replace(/=\r?\n/g, ''))
  return Buffer.from(text, 'latin1')
}

function quotedPrintable(text: string): Uint8Array {
  const bytes: number[] = []
  for (let i = 0; i < text.length; i++) {
    const hex = text[i] === '=' ? /^[0-9a-f]{2}/i.exec(text.slice(i + 1, i + 3))?.[0] : undefined
    bytes.push(hex ? Number.parseInt(hex, 16) : text.charCodeAt(i) & 0xff)
    if (hex) i += 2
  }
  return Uint8Array.from(bytes)
}

/** Encoded words in a header (RFC 2047); the white space between two of them does not count. */
export function decodeWords(text: string): string {
  return text
    .replace(/(=\?[^?\s]+\?[bq]\?[^?\s]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?([^?\s*]+)(?:\*[^?]*)?\?([bq])\?([^?\s]*)\?=/gi, (_, charset: string, how: string, word: string) => {
      const bytes = how.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : quotedPrintable(word.replaceAll('_', ' '))
      return decodeText(bytes, charset)
    })
}
