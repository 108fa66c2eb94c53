import type { Snapshot } from './snapshot.js'
import type { Table } from './table.js'
import type { World } from './world.js'

/** What a world keeps for vendors that are not started this time: they find it as it was. */
export interface AbsentVendors {
  readonly vendors: Snapshot['vendors']
  /** By name: `vendor/scope/name`. */
  readonly tables: ReadonlyMap<string, Table>
}

export const NOBODY_ABSENT: AbsentVendors = { vendors: [], tables: new Map() }

/** The part of a snapshot that belongs to vendors which are not there. */
export function absentIn({ sandbox }: World, { vendors, tables }: Snapshot): AbsentVendors {
  const absent = vendors.filter(({ name }) => !sandbox.runtime(name))
  if (absent.length === 0) return NOBODY_ABSENT
  const theirs = (table: string) => absent.some(({ name }) => table.startsWith(`${name}/`))
  return { vendors: absent, tables: new Map([...tables].filter(([name]) => theirs(name))) }
}

/** All that a world has something of, with the versions of their descriptions. */
export function vendorsOf({ sandbox, absent }: World): Snapshot['vendors'] {
  const there = sandbox.vendors.map(({ name, description }) => ({ name, version: description.version }))
  return absent.vendors.length === 0 ? there : [...there, ...absent.vendors]
}
