import { HOOK_VARIABLE, type HookSettings } from './hook/settings.js'
import type { HostMap } from './host-map.js'
import { noProxy } from './no-proxy.js'
import type { TrustFiles } from './tls/trust-files.js'
import { TRUSTSTORE_PASSWORD } from './tls/truststore.js'

interface RunEnvironmentOptions extends TrustFiles {
  readonly hosts: HostMap
  readonly proxyPort: number
  /** The hook's file URL. */
  readonly hookUrl: string
  /** The environment the program would have had: `process.env`. */
  readonly base: NodeJS.ProcessEnv
}

/**
 * The environment in which an unmodified program finds the stand-ins under the vendors' own names, and trusts them. Node
 * programs are led there by the hook (or by the proxy, where they honour one: either is enough); all others by the proxy.
 * What the user has set is kept, but for what would lead past the proxy.
 */
export function runEnvironment(options: RunEnvironmentOptions): NodeJS.ProcessEnv {
  const { base, bundlePath, hosts, proxyPort } = options
  const proxy = `http://127.0.0.1:${proxyPort}`
  const exceptions = noProxy(hosts, base.NO_PROXY, base.no_proxy)
  return {
    ...base,
    ...nodeVariables(options),
    HTTPS_PROXY: proxy,
    https_proxy: proxy,
    HTTP_PROXY: proxy,
    http_proxy: proxy,
    NO_PROXY: exceptions,
    no_proxy: exceptions,
    // These replace a program's trust, so they get the public roots too.
    SSL_CERT_FILE: bundlePath,
    REQUESTS_CA_BUNDLE: bundlePath,
    CURL_CA_BUNDLE: bundlePath,
    JAVA_TOOL_OPTIONS: javaOptions(options),
  }
}

function nodeVariables({ base, bundlePath, caPath, hookUrl, hosts, proxyPort }: RunEnvironmentOptions) {
  const settings: HookSettings = { hosts, caPath, proxyPort }
  const own = base.NODE_OPTIONS?.trim() ?? ''
  // A file URL has neither spaces nor quotes, so it needs none. A run inside a run has it already.
  const hook = own.includes(hookUrl) ? '' : `--import=${hookUrl}`
  return {
    NODE_OPTIONS: [own, hook].filter((part) => part !== '').join(' '),
    [HOOK_VARIABLE]: JSON.stringify(settings),
    // Node takes one file only. The bundle has the user's in it.
    NODE_EXTRA_CA_CERTS: base.NODE_EXTRA_CA_CERTS ? bundlePath : caPath,
  }
}

function javaOptions({ base, proxyPort, truststorePath }: RunEnvironmentOptions): string {
  const properties = {
    'javax.net.ssl.trustStore': truststorePath,
    'javax.net.ssl.trustStorePassword': TRUSTSTORE_PASSWORD,
    'javax.net.ssl.trustStoreType': 'PKCS12',
    'https.proxyHost': '127.0.0.1',
    'https.proxyPort': proxyPort,
    'http.proxyHost': '127.0.0.1',
    'http.proxyPort': proxyPort,
    'http.nonProxyHosts': 'localhost|127.*|[::1]',
  }
  // Java splits at spaces, and knows quotes.
  const ours = Object.entries(properties).map(([name, value]) => {
    const option = `-D${name}=${value}`
    return /\s/.test(option) ? `"${option}"` : option
  })
  return [base.JAVA_TOOL_OPTIONS ?? '', ...ours].filter((part) => part !== '').join(' ')
}
