import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import type { VendorRuntime } from '../../vendor-runtime.js'
import type { Table } from '../../world/table.js'
import { command } from '../command.js'
import { happeningView } from '../history-view.js'
import { vendorTables } from '../state.js'

const query = z.strictObject({ scope: z.string().default('') })

/** One row as it is, and as it was after each change that is still known, oldest first; without secrets. */
export const showRow = command({
  query,
  run: ({ control, world, params, query: { scope } }) => {
    const { vendor = '', table: name = '', row: wanted = '' } = params
    const found = vendorTables(world).find(
      (each) => each.vendor === vendor && each.name === name && each.scope === scope,
    )
    const runtime = control.sandbox.runtime(vendor)
    const id = found && runtime ? idOf(found.table, runtime, wanted) : wanted
    const row = found?.table.find(id)
    const history = found ? control.histories.of(world).of(found.table, id) : []
    if (!found || !runtime || (row === undefined && history.length === 0)) {
      const remedy = 'List the rows of the table first; ?scope= names the account inside the world.'
      throw new SandboxError('SANDBOX_NOT_FOUND', `There is no '${wanted}' in '${name}' of ${vendor}.`, remedy)
    }
    return {
      vendor,
      scope,
      table: name,
      id: runtime.redactor.text(id),
      row: row === undefined ? null : runtime.redactor.data(row),
      history: history.map(({ happening, change }) => ({
        by: happeningView(world, happening),
        row: change.after === undefined ? null : runtime.redactor.data(change.after.row),
      })),
    }
  },
})

/** An id that looks like a secret is masked in lists, and is found by its mask. */
function idOf(table: Table, { redactor }: VendorRuntime, wanted: string): string {
  if (table.find(wanted)) return wanted
  return table.all().find(({ id }) => redactor.text(id) === wanted)?.id ?? wanted
}
