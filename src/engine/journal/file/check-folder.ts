import { statSync } from 'node:fs'
import { SandboxError } from '../../errors.js'
import { badState } from '../errors.js'
import type { JournalRecord } from '../journal.js'
import { StateImage } from '../state-image.js'
import type { Damage } from './journal-lines.js'
import { lockFolder } from './lock.js'
import { readStretches } from './read-stretches.js'
import { setAside } from './set-aside.js'
import { stretchesIn, stretchPath } from './state-folder.js'

export interface StateCheck {
  readonly folder: string
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly records: number }[]
  readonly worlds: readonly { readonly name: string; readonly rows: number; readonly deliveries: number }[]
  /** Version of the Standin that wrote it last. */
  readonly standin: string | undefined
  /** Bytes of a last record that was begun and not ended: the next start leaves it out. */
  readonly torn: number
  /** Where reading ends; undefined where all can be read. */
  readonly damage: { readonly message: string; readonly remedy: string; readonly at: Damage | undefined } | undefined
  /** Where what stood behind the damage is now. */
  readonly setAside: string | undefined
}

/**
 * Reads a state without using it.
 * @param mend whether what stands behind a damage in the last file is put aside, so that the next start goes on from what is before it
 * @throws SANDBOX_CONFLICT where a process has it, SANDBOX_BAD_STATE for what is no state, or cannot be mended so
 */
export function checkFolder(folder: string, mend: boolean): StateCheck {
  const stretches = stretchesIn(folder)
  if (stretches.journals.length === 0) throw badState(`There is no state in ${folder}.`, 'Give the folder of --state.')
  const unlock = lockFolder(folder)
  try {
    const image = new StateImage(folder)
    const files = new Map<string, number>()
    const damage = wrongWith(() => {
      const records = readStretches(folder, stretches, (path) => files.set(path, (files.get(path) ?? 0) + 1))
      for (let next = records.next(); ; next = records.next()) {
        if (next.done) return next.value.end?.torn ?? 0
        image.apply(next.value as JournalRecord)
      }
    })
    const torn = typeof damage === 'number' ? damage : 0
    const wrong = typeof damage === 'number' ? undefined : { ...told(damage), at: damage.cause as Damage | undefined }
    return {
      folder,
      files: [...files].map(([path, records]) => ({ path, records, bytes: statSync(path).size })),
      worlds: worldsOf(image),
      standin: image.standin,
      torn,
      damage: wrong,
      setAside: mend && wrong ? mended(wrong.at, folder) : undefined,
    }
  } finally {
    unlock()
  }
}

function wrongWith(read: () => number): number | SandboxError {
  try {
    return read()
  } catch (error) {
    if (error instanceof SandboxError) return error
    throw error
  }
}

const told = ({ message, remedy }: SandboxError) => ({ message, remedy })

function worldsOf({ worlds }: StateImage): StateCheck['worlds'] {
  return [...worlds].map(([name, { tables }]) => {
    const vendors = [...tables.values()].filter((table) => table.name.includes('/'))
    const rows = vendors.reduce((sum, { size }) => sum + size, 0)
    return { name, rows, deliveries: tables.get('deliveries')?.size ?? 0 }
  })
}

function mended(damage: Damage | undefined, folder: string): string {
  const last = stretchesIn(folder).journals.at(-1)
  if (damage && last !== undefined && damage.path === stretchPath(folder, last, 'journal')) {
    return setAside(damage.path, damage.offset, 'damaged')
  }
  const message = `${damage?.path ?? folder} is not the last file: what comes after it would not fit what is before.`
  throw new SandboxError('SANDBOX_BAD_STATE', message, 'Put the folder back from a copy of it. Nothing was changed.')
}
