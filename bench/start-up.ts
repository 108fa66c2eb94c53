import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { median } from './median.js'

const ROUNDS = 7
const PORT_BASE = 48_200

export interface StartUp {
  /** Milliseconds from the start of the process to its first answer, over HTTP. */
  readonly firstAnswer: number
  /** The same of a bare node process that listens. */
  readonly bare: number
  /** Bytes of `standin start`, idle, all it has loaded. */
  readonly memory: number
}

/** Starts the command as a user does and asks until it answers. */
export async function measureStartUp(): Promise<StartUp> {
  const command = fileURLToPath(new URL('../bin/standin.js', import.meta.url))
  const ours: number[] = []
  const plain: number[] = []
  let memory = 0
  for (let round = 0; round < ROUNDS; round++) {
    const base = PORT_BASE + round * 20
    const bareCode = `require('node:http').createServer((q, s) => s.end('{}')).listen(${base + 10}, '127.0.0.1')`
    plain.push((await timeToAnswer([process.execPath, '-e', bareCode], base + 10)).elapsed)
    const started = await timeToAnswer([process.execPath, command, 'start', '--port-base', String(base)], base + 1)
    ours.push(started.elapsed)
    memory = Math.max(memory, started.memory)
  }
  return { firstAnswer: median(ours), bare: median(plain), memory }
}

async function timeToAnswer(
  [file = '', ...args]: string[],
  port: number,
): Promise<{ elapsed: number; memory: number }> {
  const start = performance.now()
  const child = spawn(file, args, { stdio: 'ignore' })
  try {
    while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 2))
    const elapsed = performance.now() - start
    await new Promise((resolve) => setTimeout(resolve, 1500))
    return { elapsed, memory: residentOf(child.pid ?? 0) }
  } finally {
    child.kill('SIGKILL')
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request({ port, host: '127.0.0.1', path: '/v1/customers' }, (response) => {
      response.resume()
      response.on('end', () => resolve(true))
    })
    probe.on('error', () => resolve(false))
    probe.end()
  })
}

/** Resident memory as the operating system counts it; 0 where it does not say. */
function residentOf(pid: number): number {
  try {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Number(line?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
