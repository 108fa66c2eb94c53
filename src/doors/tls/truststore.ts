import { createHash, createHmac, randomBytes, X509Certificate } from 'node:crypto'
import { bmpString, integer, nothing, octets, oid, sequence, set, tagged } from './der.js'
import { writeWhole } from './files.js'

/** The password of every Java trust store by custom. It guards nothing: what is in there is public. */
export const TRUSTSTORE_PASSWORD = 'changeit'

const DATA = '1.2.840.113549.1.7.1'
const CERT_BAG = '1.2.840.113549.1.12.10.1.3'
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1'
const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
/** Java takes a certificate without a key for trusted only where this attribute says for what. */
const TRUSTED_KEY_USAGE = '2.16.840.1.113894.746875.1.1'
const ANY_USAGE = '2.5.29.37.0'
const SHA256 = '2.16.840.1.101.3.4.2.1'

const ITERATIONS = 10_000
/** Of the HMAC key, by RFC 7292 appendix B.3. */
const MAC_KEY_ID = 3

/**
 * Writes a PKCS #12 file (RFC 7292) that Java reads as a trust store. The certificates are not encrypted, since they are
 * public; the file is sealed with HMAC-SHA-256, which Java checks (8u301 and later).
 * @param roots PEM, one certificate each
 */
export async function writeTruststore(path: string, roots: readonly string[]): Promise<void> {
  await writeWhole(path, encodeTruststore(roots, TRUSTSTORE_PASSWORD), 0o644)
}

function encodeTruststore(roots: readonly string[], password: string): Buffer {
  const bags = roots.map((pem, index) => certificateBag(new X509Certificate(pem).raw, `standin-${index + 1}`))
  const contents = sequence(data(sequence(...bags)))
  return sequence(integer(3), data(contents), seal(contents, password))
}

const data = (content: Uint8Array) => sequence(oid(DATA), tagged(0, octets(content)))

function certificateBag(certificate: Uint8Array, name: string): Buffer {
  return sequence(
    oid(CERT_BAG),
    tagged(0, sequence(oid(X509_CERTIFICATE), tagged(0, octets(certificate)))),
    set(sequence(oid(FRIENDLY_NAME), set(bmpString(name))), sequence(oid(TRUSTED_KEY_USAGE), set(oid(ANY_USAGE)))),
  )
}

function seal(contents: Uint8Array, password: string): Buffer {
  const salt = randomBytes(20)
  const mac = createHmac('sha256', macKey(password, salt)).update(contents).digest()
  return sequence(sequence(sequence(oid(SHA256), nothing()), octets(mac)), octets(salt), integer(ITERATIONS))
}

/** RFC 7292 appendix B.2, for SHA-256 and a key as long as one digest, so that one round is enough. */
function macKey(password: string, salt: Uint8Array): Buffer {
  const block = 64
  const secret = Buffer.from(`${password}\0`, 'utf16le').swap16()
  let key: Uint8Array = Buffer.concat([Buffer.alloc(block, MAC_KEY_ID), fill(salt, block), fill(secret, block)])
  for (let round = 0; round < ITERATIONS; round++) key = createHash('sha256').update(key).digest()
  return Buffer.from(key)
}

/** Repeated until whole blocks are full. */
function fill(bytes: Uint8Array, block: number): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes)
}
