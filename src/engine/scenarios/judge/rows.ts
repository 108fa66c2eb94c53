import { valueAt } from '../../faults/matcher.js'
import type { Row } from '../../world/table.js'
import type { Wanted } from '../expectation-schema.js'
import { fitsFields } from '../fits.js'
import { canonical, isScalar } from '../values.js'
import { isWithin } from './calls.js'
import { broken, type Evidence, groupBy, held, unseen, type Verdict } from './evidence.js'

/** How many rows there are in the end. */
export function judgeRows(wanted: Wanted<'rows'>, evidence: Evidence): Verdict {
  const { of, where = {}, per } = wanted
  const rows = rowsOf(wanted, evidence)
  if (!rows) return unseen(`there never was a ${of}`)
  const found = rows.filter((row) => fitsFields(row, where))
  if (per === undefined) {
    const said = found.length === 0 ? `none of ${rows.length} ${of}` : `${found.length}: ${ids(found)}`
    return isWithin(found.length, wanted) ? held(said) : broken(said)
  }
  const groups = groupBy(found, (row) => {
    const value = valueAt(row, per)
    return isScalar(value) ? String(value) : canonical(value)
  })
  groups.delete(undefined as never)
  const say = ([value, group]: [string | undefined, Row[]]) => `${per} ${value}: ${group.length}: ${ids(group)}`
  const wrong = [...groups].filter(([, group]) => !isWithin(group.length, wanted))
  if (wrong.length > 0) return broken(...wrong.map(say))
  if (groups.size > 0) return held(...[...groups].slice(0, 5).map(say))
  // For a value that no row has there is nothing to count; where at least one is wanted, there is not even one value.
  const said = `none of ${rows.length} ${of} has ${per}`
  return isWithin(0, wanted) ? held(said) : broken(said)
}

/** Of all accounts in the world; undefined for a resource of which nothing is known. */
function rowsOf({ vendor, of, exactly, atMost }: Wanted<'rows'>, { world, vendors }: Evidence): Row[] | undefined {
  const names = vendor === undefined ? vendors : [vendor]
  const tables = world.allTables.filter(({ name }) => {
    const [owner = '', , ...rest] = name.split('/')
    return names.includes(owner) && rest.join('/') === of
  })
  const rows = tables.flatMap((table) => table.all())
  if (rows.length > 0) return rows
  // None may be what is wanted: then the name has to be one that the vendor knows.
  const none = (exactly ?? atMost) === 0
  const known = names.some((name) => {
    const runtime = world.sandbox.runtime(name)
    return runtime?.definition.tables?.[of] !== undefined || runtime?.description.schema(of) !== undefined
  })
  return none && (known || tables.length > 0) ? [] : undefined
}

function ids(rows: readonly Row[]): string {
  const shown = rows.slice(0, 5).map(({ id }) => id)
  return `${shown.join(', ')}${rows.length > shown.length ? ` and ${rows.length - shown.length} more` : ''}`
}
