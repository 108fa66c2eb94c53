import { z } from 'zod'
import { SandboxError } from '../../errors.js'
import { command } from '../command.js'
import { vendorTables } from '../state.js'

const query = z.strictObject({
  scope: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  /** Id of the last row of the page before. */
  after: z.string().optional(),
})

/** A page of a table's rows, newest first, without secrets. */
export const listRows = command({
  query,
  run: ({ control, world, params, query: { scope, limit, after } }) => {
    const { vendor = '', table: name = '' } = params
    const fits = vendorTables(world).filter((each) => each.vendor === vendor && each.name === name)
    const found = fits.find((each) => (scope === undefined ? true : each.scope === scope))
    const runtime = control.sandbox.runtime(vendor)
    if (!found || !runtime) {
      const scopes = fits.map((each) => `'${each.scope}'`).join(', ')
      const remedy = scopes
        ? `It has the scopes ${scopes}.`
        : 'List the tables first: those that never had a row are not there.'
      throw new SandboxError('SANDBOX_NOT_FOUND', `There is no table '${name}' of ${vendor}.`, remedy)
    }
    const page = found.table.page({ limit, after })
    return {
      vendor,
      scope: found.scope,
      table: name,
      total: found.table.size,
      hasMore: page.hasMore,
      rows: page.rows.map((row) => runtime.redactor.data(row)),
    }
  },
})
