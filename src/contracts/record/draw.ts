import { createHash } from 'node:crypto'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Characters that look drawn, and are the same for the same origin. */
export function drawer(origin: string): (length: number, alphabet?: string) => string {
  let drawn = Buffer.alloc(0)
  let round = 0
  let at = 0
  return (length, alphabet = BASE62) => {
    let out = ''
    while (out.length < length) {
      if (at + 2 > drawn.length) {
        drawn = createHash('sha256').update(`${origin}\n${round++}`).digest()
        at = 0
      }
      // Two bytes a character, so that none is drawn more often than others by much.
      out += alphabet[drawn.readUInt16BE(at) % alphabet.length]
      at += 2
    }
    return out
  }
}

/** A few characters that tell two texts apart. */
export function shortHash(text: string, length = 8): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length)
}

/** A value of the same kind and length, for a secret: what stands before the drawn part stays. */
export function lookalike(value: string, origin: string): string {
  const kept = /^(?:[a-z]+_)+/.exec(value)?.[0] ?? ''
  const rest = value.slice(kept.length)
  const draw = drawer(origin)
  if (/^\d+$/.test(rest)) return kept + draw(rest.length, '0123456789')
  if (/^[0-9a-f]+$/.test(rest)) return kept + draw(rest.length, '0123456789abcdef')
  return kept + draw(Math.min(Math.max(rest.length, 8), 64))
}
