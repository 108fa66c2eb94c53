import { type ChildProcess, execFile, spawnSync } from 'node:child_process'

/** True where the program is on this machine. Tests that need it are skipped, and shown as skipped, where it is not. */
export function isInstalled(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0
}

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end, with exactly this environment beside PATH and HOME. */
export function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd?: string): Promise<Ran> {
  return new Promise((resolve) => {
    const { PATH, HOME } = process.env
    const child: ChildProcess = execFile(
      program,
      args,
      { env: { PATH, HOME, ...env }, timeout: 15_000, ...(cwd === undefined ? {} : { cwd }) },
      (_error, stdout, stderr) => resolve({ status: child.exitCode, stdout, stderr }),
    )
  })
}
