const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const DRAW = 62 ** 5

/** The state of a stream: four 32-bit integers. Plain data, so that a transaction can keep and restore it. */
export type RandomState = [number, number, number, number]

/** A seeded stream of chance (sfc32). All ids, secrets and jitter of a world come from its streams. */
export class Random {
  private a: number
  private b: number
  private c: number
  private d: number
  /** Told of each text that is drawn, and may give another one in its place: for a replay. */
  tap: ((drawn: string) => string) | undefined

  constructor(seed: string | RandomState) {
    ;[this.a, this.b, this.c, this.d] = typeof seed === 'string' ? hash(seed) : seed
    if (typeof seed === 'string') for (let i = 0; i < 12; i++) this.uint32()
  }

  get state(): RandomState {
    return [this.a, this.b, this.c, this.d]
  }

  set state(state: RandomState) {
    ;[this.a, this.b, this.c, this.d] = state
  }

  uint32(): number {
    const t = (this.a + this.b + this.d) | 0
    this.d = (this.d + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (this.c << 21) | (this.c >>> 11)
    this.c = (this.c + t) | 0
    return t >>> 0
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    return this.uint32() / 4294967296
  }

  /** So many letters and digits. */
  base62(length: number): string {
    let text = ''
    while (text.length < length) {
      let draw = this.uint32() % DRAW
      for (let i = 0; i < 5 && text.length < length; i++) {
        text += BASE62[draw % 62]
        draw = Math.floor(draw / 62)
      }
    }
    return this.tap ? this.tap(text) : text
  }

  hex(length: number): string {
    const text = this.hexDigits(length)
    return this.tap ? this.tap(text) : text
  }

  private hexDigits(length: number): string {
    let text = ''
    while (text.length < length) text += this.uint32().toString(16).padStart(8, '0')
    return text.slice(0, length)
  }

  bytes(length: number): Uint8Array {
    const out = new Uint8Array(length)
    for (let i = 0; i < length; i++) out[i] = this.uint32() & 0xff
    return out
  }

  /** A version 4 UUID. */
  uuid(): string {
    const h = this.hexDigits(32)
    const variant = '89ab'[this.uint32() & 3]
    const text = `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-${variant}${h.slice(17, 20)}-${h.slice(20, 32)}`
    return this.tap ? this.tap(text) : text
  }
}

/** Four well-mixed words of a text (cyrb128). */
function hash(text: string): RandomState {
  let h1 = 1779033703
  let h2 = 3144134277
  let h3 = 1013904242
  let h4 = 2773480762
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i)
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067)
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233)
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213)
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179)
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067)
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233)
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213)
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179)
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1]
}
