import type { DeclaredReads } from '../record/reads.js'

/** One field of an operation's answer: `*` for each item of a list. */
export interface Field {
  readonly operation: string
  readonly path: string
}

export interface Trial {
  /** Runs the program with these fields withheld; gives all that it did, as a text to be compared. */
  run(withheld: readonly Field[]): Promise<string>
}

export interface Found {
  /** Of each operation, the fields without which the program fails or asks something else. */
  readonly reads: DeclaredReads
  /** How often the program was run. */
  readonly runs: number
}

/**
 * Finds which fields a program needs, by withholding half of them, then half of those that matter: so many runs for each field that
 * is read as it takes to halve their number down to one. A field that only counts together with another is not found.
 * @param fields all that there are; what holds others is tried where none inside it is needed
 * @param usual what the program does when nothing is withheld
 */
export async function findReads(fields: readonly Field[], usual: string, trial: Trial): Promise<Found> {
  let runs = 0
  const matters = async (withheld: readonly Field[]) => {
    runs++
    return (await trial.run(withheld)) !== usual
  }
  const search = async (some: readonly Field[]): Promise<Field[]> => {
    if (some.length === 0 || !(await matters(some))) return []
    if (some.length === 1) return [...some]
    const half = Math.ceil(some.length / 2)
    return [...(await search(some.slice(0, half))), ...(await search(some.slice(half)))]
  }
  const holds = (outer: Field, inner: Field) =>
    outer.operation === inner.operation && inner.path.startsWith(`${outer.path}.`)
  const innermost = fields.filter((field) => !fields.some((other) => holds(field, other)))
  const found = await search(innermost)
  const holders = fields.filter((field) => !innermost.includes(field) && !found.some((inner) => holds(field, inner)))
  found.push(...innermostOf(await search(holders), holds))
  return { reads: byOperation(fields, found), runs }
}

/** Of fields of which one holds the other, the inner one: that is as far as something was read. */
function innermostOf(found: readonly Field[], holds: (outer: Field, inner: Field) => boolean): Field[] {
  return found.filter((field) => !found.some((other) => other !== field && holds(field, other)))
}

function byOperation(all: readonly Field[], found: readonly Field[]): DeclaredReads {
  const reads: Record<string, string[]> = {}
  for (const { operation } of all) reads[operation] ??= []
  for (const { operation, path } of found) reads[operation]?.push(path)
  return Object.fromEntries(Object.entries(reads).map(([operation, paths]) => [operation, paths.sort()]))
}
