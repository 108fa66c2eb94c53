import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Load, load } from './load.js'
import { median } from './median.js'
import { shareOf } from './profile.js'

/**
 * `node dist/bench/inspector.js`: what an open inspector costs the sandbox at 500 requests a second. Rounds without and with one take
 * turns; then a profile says which share of the sandbox's work was telling of it, which a noisy neighbour does not change. Figures, never
 * verdicts.
 */
const PAIRS = Number(process.argv[2] ?? 7)
const SECONDS = Number(process.argv[3] ?? 8)
const PER_SECOND = 500
const CONTROL = 48_900
const TOKEN = 'token-of-the-bench'
/** Of a clock tick in /proc, in milliseconds. */
const TICK = 10
const CHROMIUM = '/usr/bin/chromium'

interface Round extends Load {
  /** Milliseconds of the sandbox's processor time for 1,000 requests. */
  readonly cpu: number
}

type Looker = () => Promise<() => Promise<void>>

/** In the page: how long each of 120 frames took, the shortest first. */
const SCROLL_THROUGH = `(async () => {
  const list = document.querySelector('[role=listbox]')
  const took = []
  let last = performance.now()
  for (let i = 0; i < 120; i++) {
    list.scrollTop = (list.scrollHeight / 120) * i
    await new Promise(requestAnimationFrame)
    const now = performance.now()
    took.push(now - last)
    last = now
  }
  return took.sort((a, b) => a - b)
})()`

/** What src/engine/control/commands/live.ts does for each request and for each batch. */
const TELLING = ['request', 'arm', 'flush']

const lookers: readonly (readonly [name: string, open: Looker])[] = [
  ['a reader of the live events', openReader],
  ...(existsSync(CHROMIUM) ? [['the page in Chromium', openPage] as const] : []),
]
const sandbox = await start()
try {
  const { port, key } = await worldOf()
  await measure(sandbox, port, key)
  for (const [name, open] of lookers) report(name, await pairs(sandbox, port, key, open))
  if (existsSync(CHROMIUM)) await scroll()
} finally {
  await end(sandbox)
}
for (const [name, open] of lookers) {
  const share = await profiled(open)
  console.log(`${name}: telling of requests took ${(share * 100).toFixed(1)} % of the sandbox's processor time`)
}

/** Milliseconds a frame takes while the whole log is scrolled through. */
async function scroll(): Promise<void> {
  const { browser, page } = await openInspector()
  const frames = await page.evaluate<number[]>(SCROLL_THROUGH)
  await browser.close()
  const at = (share: number) => (frames[Math.floor(frames.length * share)] ?? Number.NaN).toFixed(0)
  console.log(`a frame of scrolling through 10,000 entries: p50 ${at(0.5)} ms, p90 ${at(0.9)} ms\n`)
}

/** The share of telling in what a sandbox did while somebody looked, by a profile of its whole life, the start too. */
async function profiled(open: Looker): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'standin-bench-'))
  const child = await start(['--cpu-prof', `--cpu-prof-dir=${folder}`])
  try {
    const { port, key } = await worldOf()
    const close = await open()
    await measure(child, port, key)
    await close()
    await end(child)
    return shareOf(folder, TELLING)
  } finally {
    child.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await ended
}

async function pairs(process: ChildProcess, port: number, key: string, open: Looker) {
  const without: Round[] = []
  const looked: Round[] = []
  for (let i = 0; i < PAIRS; i++) {
    without.push(await measure(process, port, key))
    const close = await open()
    looked.push(await measure(process, port, key))
    await close()
  }
  return { without, looked }
}

async function measure({ pid = 0 }: ChildProcess, port: number, key: string): Promise<Round> {
  const before = cpuOf(pid)
  const shot = { method: 'GET', path: '/v1/customers?limit=3' } as const
  const found = await load(port, key, shot, { seconds: SECONDS, perSecond: PER_SECOND })
  if (found.failed > 0) throw new Error(`${found.failed} requests failed.`)
  return { ...found, cpu: ((cpuOf(pid) - before) / (found.rate * SECONDS)) * 1000 }
}

function report(name: string, { without, looked }: { without: readonly Round[]; looked: readonly Round[] }): void {
  const line = (what: string, rounds: readonly Round[]) => {
    const of = (figure: keyof Round) => median(rounds.map((round) => round[figure]))
    console.log(
      `${what.padEnd(30)}${of('rate').toFixed(0).padStart(6)}/s  p50 ${of('p50').toFixed(1)} ms  p99 ${of('p99').toFixed(1)} ms  ${of('cpu').toFixed(0)} ms of processor time for 1,000`,
    )
  }
  line('nobody looks', without)
  line(name, looked)
  const more = looked.map((round, i) => (round.cpu / (without[i]?.cpu ?? Number.NaN) - 1) * 100)
  console.log(
    `processor time, median of pairs: ${median(more).toFixed(1)} % more  (${more.map((each) => each.toFixed(0)).join(' ')})\n`,
  )
}

async function start(node: readonly string[] = []): Promise<ChildProcess> {
  const command = fileURLToPath(new URL('../bin/standin.js', import.meta.url))
  const args = ['start', '--vendor', 'stripe', '--port-base', '0', '--control-port', String(CONTROL)]
  const child = spawn(process.execPath, [...node, command, ...args], {
    stdio: 'ignore',
    env: { ...process.env, STANDIN_TOKEN: TOKEN },
  })
  for (let tries = 0; tries < 100; tries++) {
    const answered = await fetch(`http://127.0.0.1:${CONTROL}/_standin/status`).then(
      () => true,
      () => false,
    )
    if (answered) return child
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill()
  throw new Error('The sandbox did not start.')
}

/** A world without limits: at 500 a second the vendor's would hold. */
async function worldOf(): Promise<{ port: number; key: string }> {
  await api('POST', '/worlds', { name: 'bench', limits: false })
  const { environment } = await api<{ environment: Record<string, string> }>('GET', '/worlds/bench/credentials')
  return { port: Number(new URL(environment.STANDIN_STRIPE_URL ?? '').port), key: environment.STRIPE_SECRET_KEY ?? '' }
}

async function api<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${CONTROL}/_standin${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return (await response.json()) as T
}

async function openReader(): Promise<() => Promise<void>> {
  const stop = new AbortController()
  const response = await fetch(`http://127.0.0.1:${CONTROL}/_standin/worlds/bench/live`, { signal: stop.signal })
  const reading = (async () => {
    for await (const _ of response.body ?? []);
  })().catch(() => {})
  return async () => {
    stop.abort()
    await reading
  }
}

async function openPage(): Promise<() => Promise<void>> {
  const { browser } = await openInspector()
  return () => browser.close()
}

async function openInspector() {
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`http://127.0.0.1:${CONTROL}/#token=${TOKEN}`)
  await page.locator('.top select').selectOption('bench')
  await page.waitForTimeout(1000)
  return { browser, page }
}

/** Processor time of a process in milliseconds, as the operating system counts it. */
function cpuOf(pid: number): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = rest.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK
}
