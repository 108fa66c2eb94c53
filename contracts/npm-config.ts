import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What pacote takes of npm's configuration, under the names that it has there. */
export interface NpmConfig {
  registry?: string
  cache?: string
  proxy?: string
  httpsProxy?: string
  noProxy?: string
  strictSSL?: boolean
  ca?: string[]
  /** Credentials of a registry: `//host/:_authToken`. */
  [credential: `//${string}`]: string
}

/**
 * How this checkout's npm reaches its registry. Asks npm itself; what npm does not tell, credentials, is read where npm reads
 * it: in .npmrc of the checkout and of the user.
 */
export function npmConfig(root: string): NpmConfig {
  const said = askNpm(root)
  const text = (name: string) =>
    typeof said[name] === 'string' && said[name] !== '' ? (said[name] as string) : undefined
  const cache = text('cache')
  const [registry, proxy, httpsProxy, noProxy] = ['registry', 'proxy', 'https-proxy', 'noproxy'].map(text)
  const cafile = text('cafile')
  return {
    ...(registry && { registry }),
    ...(cache && { cache: join(cache, '_cacache') }),
    ...(proxy && { proxy }),
    ...(httpsProxy && { httpsProxy }),
    ...(noProxy && { noProxy }),
    ...(said['strict-ssl'] === false && { strictSSL: false }),
    ...(cafile && existsSync(cafile) && { ca: certificates(readFileSync(cafile, 'utf8')) }),
    ...credentials([text('userconfig'), join(root, '.npmrc')]),
  }
}

function askNpm(root: string): Record<string, unknown> {
  // Under npm, its own script is known; by itself, it is the one on the path.
  const script = process.env.npm_execpath
  const ask = ['config', 'list', '--json']
  const isNpm = script !== undefined && /npm-cli\.[cm]?js$/.test(script)
  const command = isNpm ? process.execPath : 'npm'
  const options = { cwd: root, encoding: 'utf8', shell: !isNpm && process.platform === 'win32' } as const
  const { status, stdout } = spawnSync(command, isNpm ? [script, ...ask] : ask, options)
  if (status !== 0) return {}
  try {
    return JSON.parse(stdout) as Record<string, unknown>
  } catch {
    return {}
  }
}

function certificates(text: string): string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
}

/** Lines such as `//host/:_authToken=${TOKEN}`, with the environment's values put in as npm does. */
export function credentials(files: readonly (string | undefined)[]): Record<`//${string}`, string> {
  const found: Record<`//${string}`, string> = {}
  for (const file of files) {
    if (file === undefined || !existsSync(file)) continue
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const match = /^\s*(\/\/[^=\s]+)\s*=\s*"?([^"\s]*)"?\s*$/.exec(line)
      if (!match) continue
      const [, name = '', value = ''] = match
      found[name as `//${string}`] = value.replace(/\$\{(\w+)\}/g, (whole, variable) => process.env[variable] ?? whole)
    }
  }
  return found
}
