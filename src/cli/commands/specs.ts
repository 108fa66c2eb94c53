import { relative } from 'node:path'
import { descriptionInUse } from '../../contracts/descriptions/in-use.js'
import { findLock } from '../../contracts/descriptions/lock.js'
import { useDescription } from '../../contracts/descriptions/use.js'
import { SandboxError } from '../../engine/errors.js'
import { nearest } from '../../engine/nearest.js'
import type { Context } from '../context.js'
import type { ListSpecsOptions, UseSpecOptions } from '../definitions/specs.js'
import { renderTable } from '../render/table.js'
import { done, type Result } from '../result.js'

/** Makes a description that of a vendor from now on. */
export async function useSpec(context: Context, { vendor, description }: UseSpecOptions): Promise<Result> {
  checkVendor(context, vendor)
  const used = await useDescription(vendor, description, context.terminal.cwd)
  const { locked, lock, operations } = used
  return done(used, (style) => {
    const what = `${locked.version} (${locked.source}), ${operations} operations`
    const commit = [relative(context.terminal.cwd, lock) || lock, ...(locked.file ? [locked.file] : [])].join(' and ')
    return `${style.green('in use')}: ${vendor} ${what}\n${style.dim(`Commit ${commit}.`)}\n`
  })
}

/** What each vendor follows. */
export async function listSpecs(context: Context, _: ListSpecsOptions): Promise<Result> {
  const { cwd } = context.terminal
  const locked = findLock(cwd)?.lock.descriptions ?? {}
  const rows: { vendor: string; version: string; source: string; locked: boolean }[] = []
  for (const vendor of Object.keys(context.catalog)) {
    const { info, 'x-source': source } = await descriptionInUse(vendor, cwd)
    rows.push({ vendor, version: info.version, source, locked: vendor in locked })
  }
  return done({ descriptions: rows }, (style) =>
    renderTable(
      style,
      ['Vendor', 'Version', 'Source', 'Pinned by'],
      rows.map((row) => [row.vendor, row.version, row.source, row.locked ? 'standin.lock' : 'the package']),
    ),
  )
}

function checkVendor({ catalog }: Context, vendor: string): void {
  const known = Object.keys(catalog)
  if (known.includes(vendor)) return
  const meant = nearest(vendor, known)
  const remedy = meant ? `Did you mean '${meant}'?` : `There are: ${known.join(', ')}.`
  throw new SandboxError('SANDBOX_BAD_INPUT', `There is no vendor '${vendor}'.`, remedy)
}
