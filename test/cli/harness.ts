import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Catalog } from '../../src/catalog.js'
import { main } from '../../src/cli/main.js'
import type { Output, Terminal } from '../../src/cli/terminal.js'
import { toyShop } from '../support/toy-shop.js'

export const shops: Catalog = { shop: async () => toyShop('shop') }

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  /** What was printed, as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: what a test looks into
  readonly json: any
}

export interface Machine {
  readonly dir: string
  readonly env: NodeJS.ProcessEnv
}

/** A machine of the test file's own: folders for configuration, certificates and run files. */
export function machine(): Machine {
  const dir = mkdtempSync(join(tmpdir(), 'standin-cli-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    XDG_RUNTIME_DIR: join(dir, 'runtime'),
    XDG_CACHE_HOME: join(dir, 'cache'),
    NO_COLOR: '',
  }
  delete env.STANDIN_CONTROL_URL
  delete env.STANDIN_TOKEN
  return { dir, env }
}

export interface Session {
  readonly terminal: Terminal
  out(): string
  err(): string
  interrupt(signal?: NodeJS.Signals): void
  /** Resolves once this was printed. */
  printed(text: string | RegExp): Promise<string>
}

/** A terminal that keeps what is printed. */
export function session(
  { dir, env }: Machine,
  more: { cwd?: string; columns?: number; env?: NodeJS.ProcessEnv } = {},
): Session {
  const kept = { out: '', err: '' }
  const stop = new AbortController()
  const listeners = new Set<(signal: NodeJS.Signals) => void>()
  const watchers = new Set<() => void>()
  const output = (name: 'out' | 'err'): Output => ({
    write: (text) => {
      kept[name] += text
      for (const watch of [...watchers]) watch()
    },
    isTTY: more.columns !== undefined,
    columns: more.columns,
  })
  return {
    terminal: {
      out: output('out'),
      err: output('err'),
      env: { ...env, ...more.env },
      cwd: more.cwd ?? dir,
      stop: stop.signal,
      onSignal: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    out: () => kept.out,
    err: () => kept.err,
    interrupt: (signal = 'SIGINT') => {
      stop.abort(signal)
      for (const listener of listeners) listener(signal)
    },
    printed: (text) =>
      new Promise((resolve) => {
        const watch = () => {
          if (!(typeof text === 'string' ? kept.out.includes(text) : text.test(kept.out))) return
          watchers.delete(watch)
          resolve(kept.out)
        }
        watchers.add(watch)
        watch()
      }),
  }
}

/** Runs one command to its end. */
export async function standin(
  on: Machine,
  args: readonly string[],
  more: Parameters<typeof session>[1] & { catalog?: Catalog } = {},
): Promise<Ran> {
  const own = session(on, more)
  const code = await main(args, own.terminal, { catalog: more.catalog ?? shops })
  return { code, out: own.out(), err: own.err(), json: parse(own.out()) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Starts a sandbox on free ports, as `standin start` does, and stops it. */
export async function started(on: Machine, args: readonly string[] = [], { catalog = shops } = {}) {
  const own = session(on)
  const ended = main(['start', '--port-base', '0', '--json', ...args], own.terminal, { catalog })
  const early = ended.then((code) => {
    throw new Error(`start ended with ${code}: ${own.out()}${own.err()}`)
  })
  const out = await Promise.race([own.printed('\n'), early])
  early.catch(() => {})
  const info = JSON.parse(out)
  const stop = async () => {
    own.interrupt()
    return ended
  }
  return {
    info,
    stop,
    session: own,
    url: String(info.vendors[0].urls.at(-1)),
    key: String(info.vendors[0].credentials[0].value),
  }
}
