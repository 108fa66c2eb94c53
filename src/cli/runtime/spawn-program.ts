import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { SandboxError } from '../../engine/errors.js'
import type { Terminal } from '../terminal.js'

export interface SpawnOptions {
  /** Where what it prints goes; default as it prints it. */
  readonly output?: 'both' | 'stderr' | undefined
  /** It is ended (SIGTERM) after so long, wall time. */
  readonly seconds?: number | undefined
}

/**
 * Runs a program with this one's input and outputs, and gives its exit code: 128 and the signal's number where one ended it.
 * @throws SANDBOX_BAD_INPUT where it cannot be run
 */
export function spawnProgram(
  terminal: Terminal,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  { output = 'both', seconds }: SpawnOptions = {},
): Promise<number> {
  const [program = '', ...args] = command
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: output === 'both' ? 'inherit' : ['inherit', 2, 2],
      env,
      cwd: terminal.cwd,
      shell: process.platform === 'win32',
    })
    const end = seconds === undefined ? undefined : setTimeout(() => child.kill('SIGTERM'), seconds * 1000)
    let signals = 0
    const forget = terminal.onSignal((signal) => {
      signals++
      if (signals > 2) child.kill('SIGKILL')
      // What is typed at a terminal goes to the whole group, so the program has it already.
      else if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
    child.once('error', (cause: NodeJS.ErrnoException) => {
      clearTimeout(end)
      forget()
      reject(notRun(program, cause))
    })
    child.once('close', (code, signal) => {
      clearTimeout(end)
      forget()
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

function notRun(program: string, cause: NodeJS.ErrnoException): SandboxError {
  const reason = cause.code === 'ENOENT' ? 'there is no such program' : cause.message
  const remedy = 'Give the program behind --: standin run -- node app.js'
  return new SandboxError('SANDBOX_BAD_INPUT', `'${program}' cannot be run: ${reason}.`, remedy, { cause })
}
