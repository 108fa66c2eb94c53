import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDirectory } from '../../doors/tls/files.js'

/** How other commands find a sandbox. */
export interface RunFile {
  readonly pid: number
  readonly controlUrl: string
  readonly token: string
  /** Unix milliseconds. */
  readonly startedAt: number
}

/** Private to the user: the token is in there. */
export function runDirectory(env: NodeJS.ProcessEnv): string {
  return env.XDG_RUNTIME_DIR ? join(env.XDG_RUNTIME_DIR, 'standin') : join(cacheDirectory(env), 'run')
}

/** Gives the way to remove it. */
export function writeRunFile(env: NodeJS.ProcessEnv, run: RunFile): () => void {
  const directory = runDirectory(env)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, `${run.pid}-${new URL(run.controlUrl).port}.json`)
  rmSync(path, { force: true })
  writeFileSync(path, `${JSON.stringify(run)}\n`, { mode: 0o600, flag: 'wx' })
  return () => rmSync(path, { force: true })
}

/** Of the sandboxes that still live, the one started last first. What a dead process has left is removed. */
export function readRunFiles(env: NodeJS.ProcessEnv): RunFile[] {
  const directory = runDirectory(env)
  const found: RunFile[] = []
  for (const name of namesIn(directory)) {
    const path = join(directory, name)
    const run = parse(path)
    if (run && lives(run.pid)) found.push(run)
    else if (run) rmSync(path, { force: true })
  }
  return found.sort((a, b) => b.startedAt - a.startedAt)
}

function namesIn(directory: string): string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith('.json'))
  } catch {
    return []
  }
}

function parse(path: string): RunFile | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<RunFile> | null
    const { pid, controlUrl, token, startedAt } = value ?? {}
    if (typeof pid !== 'number' || typeof controlUrl !== 'string' || typeof token !== 'string') return undefined
    return { pid, controlUrl, token, startedAt: startedAt ?? 0 }
  } catch {
    return undefined
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process is one, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
