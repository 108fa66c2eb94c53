/** Makes certificates. Imported only when one must be made: the library takes half a second to load. */
import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import * as x509 from '@peculiar/x509'
import { NAME_CONSTRAINTS, nameConstraints } from './name-constraints.js'
import type { Certificate } from './provider.js'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** From when to when, wall time. */
interface Validity {
  readonly notBefore: Date
  readonly notAfter: Date
}

/** A root that can sign for nothing but `domains` and loopback. */
export async function makeRoot(
  commonName: string,
  domains: readonly string[],
  validity: Validity,
): Promise<Certificate> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [commonName] }],
    keys,
    signingAlgorithm: ALGORITHM,
    ...validity,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      new x509.Extension(NAME_CONSTRAINTS, true, nameConstraints(domains)),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { key: await pem(keys.privateKey), cert: withNewline(certificate.toString('pem')) }
}

/** A server certificate for host names and addresses, signed by `root`. */
export async function makeLeaf(root: Certificate, names: readonly string[], validity: Validity): Promise<Certificate> {
  const issuer = new x509.X509Certificate(root.cert)
  const signingKey = await webcrypto.subtle.importKey(
    'pkcs8',
    x509.PemConverter.decodeFirst(root.key),
    ALGORITHM,
    false,
    ['sign'],
  )
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    // Not the host name: it may be longer than the 64 characters a common name has.
    subject: [{ CN: ['Standin'] }],
    issuer: issuer.subject,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: ALGORITHM,
    ...validity,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: isIP(value) ? 'ip' : 'dns', value }))),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { key: await pem(keys.privateKey), cert: withNewline(certificate.toString('pem')) }
}

async function pem(key: webcrypto.CryptoKey): Promise<string> {
  return withNewline(x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY'))
}

const withNewline = (text: string) => (text.endsWith('\n') ? text : `${text}\n`)
