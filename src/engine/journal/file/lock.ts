import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SandboxError } from '../../errors.js'
import { notWritten } from '../errors.js'

interface Holder {
  readonly pid: number
  /** Tells a process from a later one with the same id; undefined where the system does not say. */
  readonly began: string | undefined
}

/** Folders that this process holds. */
const held = new Set<string>()

/**
 * Makes a folder this process's own until the lock is let go. What a dead process has left is taken over.
 * @returns the way to let go
 * @throws SANDBOX_CONFLICT that names the process, SANDBOX_STATE_NOT_WRITTEN
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock')
  if (held.has(path)) throw inUse(folder, process.pid)
  // A second turn: somebody may have let go, or taken over, in between.
  for (let turn = 0; turn < 3; turn++) {
    if (taken(path)) {
      held.add(path)
      return () => {
        if (held.delete(path)) rmSync(path, { force: true })
      }
    }
    const text = textOf(path)
    const holder = parsed(text)
    if (holder && lives(holder)) throw inUse(folder, holder.pid)
    if (text !== undefined) clear(path, text)
  }
  throw inUse(folder, parsed(textOf(path))?.pid ?? 0)
}

/** The lock comes to be with its text in it: nobody sees one that is half written. */
function taken(path: string): boolean {
  const own: Holder = { pid: process.pid, began: beganAt(process.pid) }
  const draft = `${path}.${process.pid}.new`
  try {
    writeFileSync(draft, `${JSON.stringify(own)}\n`, { mode: 0o600 })
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw notWritten(path, error)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Takes a dead process's lock away, and not the one that another process has put there meanwhile. */
function clear(path: string, text: string): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    if (textOf(aside) !== text) linkSync(aside, path)
  } catch {
    // Another process was quicker: the next turn sees its lock.
  }
  rmSync(aside, { force: true })
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function parsed(text: string | undefined): Holder | undefined {
  try {
    const holder = JSON.parse(text ?? '') as Partial<Holder> | null
    return typeof holder?.pid === 'number' ? { pid: holder.pid, began: holder.began } : undefined
  } catch {
    return undefined
  }
}

function lives({ pid, began }: Holder): boolean {
  // In a container every process may have the same id: one that this process did not take is of an earlier one.
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const now = beganAt(pid)
  return began === undefined || now === undefined || began === now
}

/** Linux: the boot and the moment in it. */
function beganAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The name of the program, in brackets, may hold spaces; the moment is the 20th field behind it.
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return undefined
  }
}

function inUse(folder: string, pid: number): SandboxError {
  return new SandboxError(
    'SANDBOX_CONFLICT',
    `The state in ${folder} is in use by process ${pid}.`,
    'Stop that one first, or give another folder: --state <folder>.',
  )
}
