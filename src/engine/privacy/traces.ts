import { vendorTables } from '../control/state.js'
import type { World } from '../world/world.js'

/** Where something of a person is still to be found. */
export interface Trace {
  readonly where: 'state' | 'log' | 'deliveries' | 'timers' | 'files'
  /** Of the vendor whose it is, where it is one's. */
  readonly vendor?: string
  /** Name of the table. */
  readonly table?: string
  /** How many rows, entries or files hold it. */
  readonly count: number
}

/**
 * Looks through all that a world keeps for somebody's address, and for the other forms under which vendors know it: hashes, for
 * example. What is found is counted and not shown: the answer is no trace itself.
 */
export function tracesOf(world: World, address: string): Trace[] {
  const needles = formsOf(world, address)
  const holds = (value: unknown) => {
    const text = JSON.stringify(value)?.toLowerCase() ?? ''
    return needles.some((needle) => text.includes(needle))
  }
  const found: Trace[] = []
  const note = (trace: Trace) => {
    if (trace.count > 0) found.push(trace)
  }
  for (const { vendor, name, table } of vendorTables(world)) {
    note({ where: 'state', vendor, table: name, count: table.all().filter(holds).length })
  }
  note({ where: 'log', count: world.log.list().filter(holds).length })
  note({ where: 'deliveries', count: world.deliveries.table.all().filter(holds).length })
  note({ where: 'timers', count: world.timers.table.all().filter(holds).length })
  const { files } = world
  note({ where: 'files', count: files.ids.filter((id) => files.holds(id, needles)).length })
  return found
}

/** In lower case, as JSON writes them. */
function formsOf(world: World, address: string): string[] {
  const forms = world.sandbox.vendors.flatMap(({ definition }) => definition.personForms?.(address) ?? [])
  const texts = [address, encodeURIComponent(address), ...forms]
  return [...new Set(texts.map((text) => JSON.stringify(text.toLowerCase()).slice(1, -1)))]
}
