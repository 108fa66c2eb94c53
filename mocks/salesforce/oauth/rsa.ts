import { checkPrimeSync, createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** Bits of a modulus. */
const BITS = 2048
const EXPONENT = 65537n

/** An RSA pair; `kid` names it in a key set. */
export interface KeyPair {
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly privatePem: string
  readonly publicPem: string
}

const made = new Map<string, KeyPair>()

/**
 * The RSA pair of a seed. Always the same one, so that a world with the same seed signs the same bytes; good for nothing but
 * tests, since whoever knows the seed knows the key. Costs some 100 ms when first asked for.
 */
export function keyPairOf(seed: string): KeyPair {
  let pair = made.get(seed)
  if (!pair) {
    pair = generate(seed)
    made.set(seed, pair)
  }
  return pair
}

function generate(seed: string): KeyPair {
  const p = prime(`${seed}/p`)
  const q = prime(`${seed}/q`)
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n))
  const jwk = {
    kty: 'RSA',
    n: encoded(p * q),
    e: encoded(EXPONENT),
    d: encoded(d),
    p: encoded(p),
    q: encoded(q),
    dp: encoded(d % (p - 1n)),
    dq: encoded(d % (q - 1n)),
    qi: encoded(inverse(q, p)),
  }
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' })
  const publicKey = createPublicKey(privateKey)
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const kid = createHash('sha256').update(publicPem).digest('hex').slice(0, 6)
  return {
    kid,
    privateKey,
    publicKey,
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem,
  }
}

/** The first prime after a number that the seed gives, with p - 1 prime to the exponent. */
function prime(seed: string): bigint {
  const bytes = Buffer.concat(
    Array.from({ length: BITS / 512 }, (_, i) => createHash('sha512').update(`${seed}/${i}`).digest()),
  ).subarray(0, BITS / 16)
  let candidate = BigInt(`0x${bytes.toString('hex')}`)
  // The two highest bits make the product as long as it shall be; the lowest makes it odd.
  candidate |= (3n << BigInt(BITS / 2 - 2)) | 1n
  while (!isPrime(candidate)) candidate += 2n
  return candidate
}

const SMALL = [3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n, 41n, 43n, 47n, 53n, 59n, 61n, 67n, 71n, 73n]

function isPrime(candidate: bigint): boolean {
  return SMALL.every((small) => candidate % small !== 0n) && candidate % EXPONENT !== 1n && checkPrimeSync(candidate)
}

/** The number that times `value` is 1 modulo `modulus` (extended Euclid). */
function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n]
  while (b !== 0n) {
    const quotient = a / b
    ;[a, b] = [b, a - quotient * b]
    ;[x, y] = [y, x - quotient * y]
  }
  return ((x % modulus) + modulus) % modulus
}

function encoded(value: bigint): string {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url')
}
