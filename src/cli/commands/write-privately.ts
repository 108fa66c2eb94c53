import { execFile } from 'node:child_process'
import { chmod, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { SandboxError } from '../../engine/errors.js'

/**
 * Writes a file that only its owner reads, and that git ignores where it is in a git work tree.
 * @param change makes the new contents out of the old text, which is empty where there is no file
 * @returns the path
 * @throws SANDBOX_FORBIDDEN where git would see the file, SANDBOX_BAD_INPUT where it cannot be written
 */
export async function writePrivately(
  cwd: string,
  file: string,
  change: (old: string) => string | Uint8Array,
): Promise<string> {
  const path = resolve(cwd, file)
  const folder = dirname(path)
  if (!(await isFolder(folder))) {
    throw new SandboxError('SANDBOX_BAD_INPUT', `There is no folder ${folder}.`, 'Make it first, or write elsewhere.')
  }
  await refuseWhatGitSees(folder, path)
  const old = await readOld(path)
  const draft = `${path}.${process.pid}.tmp`
  try {
    await writeFile(draft, change(old), { mode: 0o600, flag: 'wx' })
    await chmod(draft, 0o600)
    await rename(draft, path)
  } catch (cause) {
    await rm(draft, { force: true })
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SandboxError('SANDBOX_BAD_INPUT', `${path} cannot be written: ${reason}`, 'Write elsewhere.', { cause })
  }
  return path
}

async function refuseWhatGitSees(folder: string, path: string): Promise<void> {
  if ((await git(folder, 'rev-parse', '--is-inside-work-tree')).output.trim() !== 'true') return
  const { code } = await git(folder, 'check-ignore', '-q', path)
  if (code === 0) return
  const remedy = `Add it to .gitignore first: echo ${basename(path)} >> .gitignore`
  throw new SandboxError(
    'SANDBOX_FORBIDDEN',
    `${path} is not ignored by git, so its secrets would be committed.`,
    remedy,
  )
}

async function readOld(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return ''
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new SandboxError('SANDBOX_BAD_INPUT', `${path} cannot be read: ${reason}`, 'Write elsewhere.', { cause })
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** Without git there is no work tree to be careful of. */
function git(cwd: string, ...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile('git', args, { cwd }, (error, stdout) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 127
      resolve({ code, output: stdout })
    })
  })
}
