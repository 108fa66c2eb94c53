import { command } from '../command.js'
import { vendorTables } from '../state.js'

/** The tables that hold something, with how many rows. */
export const listTables = command({
  run: ({ world }) => ({
    tables: vendorTables(world)
      .filter(({ table }) => table.size > 0)
      .map(({ vendor, scope, name, table }) => ({ vendor, scope, table: name, rows: table.size })),
  }),
})
