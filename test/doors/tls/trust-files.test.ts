import { X509Certificate } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { expect, test } from 'vitest'
import { createNodeDoor } from '../../../src/doors/node/node-door.js'
import { collectRoots, splitPem, writeBundle } from '../../../src/doors/tls/bundle.js'
import { createLocalTls } from '../../../src/doors/tls/local-tls.js'
import { TRUSTSTORE_PASSWORD, writeTruststore } from '../../../src/doors/tls/truststore.js'
import { echo } from '../support/echo.js'
import { isInstalled, run } from '../support/programs.js'
import { DOMAINS, temporaryDirectory } from '../support/tls.js'

const hasJava = isInstalled('java', '-version')

test("the bundle holds node's roots, the user's own and ours, each once", async () => {
  const dir = await temporaryDirectory()
  const { cert } = await createLocalTls({ dir: join(dir, 'a'), domains: DOMAINS }).authority()
  const users = await createLocalTls({ dir: join(dir, 'b'), domains: DOMAINS }).authority()
  const roots = await collectRoots(cert, [users.caPath, join(dir, 'is-not-there.pem')])
  const file = join(dir, 'bundle.pem')
  await writeBundle(file, roots)
  const fingerprints = splitPem(await readFile(file, 'utf8')).map((pem) => new X509Certificate(pem).fingerprint256)
  expect(new Set(fingerprints).size).toBe(fingerprints.length)
  for (const pem of [cert, users.cert, rootCertificates[0] ?? '', rootCertificates.at(-1) ?? '']) {
    expect(fingerprints).toContain(new X509Certificate(pem).fingerprint256)
  }
})

test.skipIf(!isInstalled('keytool', '-help'))('keytool lists the trust store as trusted certificates', async () => {
  const dir = await temporaryDirectory()
  const { cert } = await createLocalTls({ dir, domains: DOMAINS }).authority()
  const roots = await collectRoots(cert)
  const file = join(dir, 'trust.p12')
  await writeTruststore(file, roots)
  const list = (password: string) => run('keytool', ['-list', '-keystore', file, '-storepass', password])
  const { stdout } = await list(TRUSTSTORE_PASSWORD)
  expect(stdout).toContain(`contains ${roots.length} entries`)
  expect(stdout.match(/trustedCertEntry/g)).toHaveLength(roots.length)
  expect((await list('wrong-password')).stdout).toContain('ntegrity check')
})

test.skipIf(!hasJava)('a Java program trusts the door with the store, and refuses it without', async () => {
  const dir = await temporaryDirectory()
  const tls = createLocalTls({ dir, domains: DOMAINS })
  const door = await createNodeDoor({ handle: echo, tls })
  const file = join(dir, 'trust.p12')
  await writeTruststore(file, await collectRoots((await tls.authority()).cert))
  const program = join(dir, 'Get.java')
  await writeFile(program, GET_JAVA)
  const url = `https://localhost:${door.port}/from-java`
  const store = [`-Djavax.net.ssl.trustStore=${file}`, `-Djavax.net.ssl.trustStorePassword=${TRUSTSTORE_PASSWORD}`]
  const trusting = await run('java', [...store, program, url])
  expect(trusting.stdout).toContain('"target":"/from-java"')
  const distrusting = await run('java', [program, url])
  expect(distrusting.stderr).toContain('SSLHandshakeException')
  await door.close()
})

const GET_JAVA = `
import java.net.URI;
import java.net.http.*;
class Get {
  public static void main(String[] args) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(args[0])).build();
    var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    System.out.println(response.version() + " " + response.body());
  }
}
`
