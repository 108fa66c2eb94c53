import type { CoverageCounts, OperationCoverage } from '../../engine/control/coverage.js'
import { SandboxError } from '../../engine/errors.js'
import type { Context } from '../context.js'
import type { CoverageOptions } from '../definitions/coverage.js'
import { renderTable } from '../render/table.js'
import { done, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { resolveSettings } from '../runtime/settings.js'

interface VendorCoverage extends CoverageCounts {
  readonly vendor: string
  readonly description: { readonly version: string; readonly source: string }
  readonly operations?: readonly OperationCoverage[]
}

/** Of the sandbox that runs, or without one of what would be started. */
export async function coverage(context: Context, options: CoverageOptions): Promise<Result> {
  const data = { vendors: (await ofRunning(context, options)) ?? (await ofVendors(context, options)) }
  return done(data, (style) => {
    const head = ['Vendor', 'Modelled', 'Generic', 'Refused', 'Operations', 'Description']
    const rows = data.vendors.map(({ vendor, modelled, generic, refused, total, description }) => [
      vendor,
      String(modelled),
      String(generic),
      String(refused),
      String(total),
      `${description.version} (${description.source})`,
    ])
    const lists = data.vendors.flatMap(({ operations }) => operations ?? [])
    const listed = lists.map(({ operation, fidelity, why }) => [operation, fidelity, why ?? ''])
    const list = options.list ? renderTable(style, ['Operation', 'Stands on', 'Why'], listed) : ''
    return `${renderTable(style, head, rows)}${list}`
  })
}

async function ofRunning(context: Context, options: CoverageOptions): Promise<VendorCoverage[] | undefined> {
  try {
    const query = { vendor: options.vendor, ...(options.list && { list: 'true' }) }
    const answer = await connect(context.terminal, options).get<{ vendors: VendorCoverage[] }>('/coverage', query)
    return answer.vendors
  } catch (error) {
    const none = error instanceof SandboxError && error.code === 'SANDBOX_NOT_RUNNING'
    if (!none || options.controlUrl !== undefined) throw error
    return undefined
  }
}

async function ofVendors(context: Context, options: CoverageOptions): Promise<VendorCoverage[]> {
  const { VendorRuntime } = await import('../../engine/vendor-runtime.js')
  const { countCoverage, coverageOf } = await import('../../engine/control/coverage.js')
  const { vendor, config } = options
  const settings = await resolveSettings(context, {
    ...(vendor !== undefined && { vendor: [vendor] }),
    ...(config !== undefined && { config }),
  })
  const runtimes = await Promise.all(settings.vendors.map((each) => VendorRuntime.load(each)))
  return runtimes.map((runtime) => ({
    vendor: runtime.name,
    description: { version: runtime.description.version, source: runtime.description.source },
    ...countCoverage(runtime),
    ...(options.list && { operations: coverageOf(runtime) }),
  }))
}
