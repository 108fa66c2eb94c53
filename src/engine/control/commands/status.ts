import type { StateReport } from '../../journal/sandbox-state.js'
import { command } from '../command.js'
import { countCoverage } from '../coverage.js'

/** What runs: version, vendors with their addresses and coverage, worlds. */
export const status = command({
  run: ({ control }) => ({
    version: control.version,
    pid: process.pid,
    uptime: Math.round(performance.now() - control.startedAt),
    worlds: [...control.sandbox.worlds.keys()],
    options: control.summary,
    /** Where what is in the worlds is kept; null where it goes with the process. */
    state: stateOf(control.sandbox.state?.report),
    vendors: control.sandbox.vendors.map((runtime) => ({
      name: runtime.name,
      label: runtime.definition.label,
      url: control.address(runtime.name)?.url ?? null,
      httpsUrl: control.address(runtime.name)?.httpsUrl ?? null,
      hosts: runtime.definition.hosts,
      description: { version: runtime.description.version, source: runtime.description.source },
      coverage: countCoverage(runtime),
    })),
  }),
})

function stateOf(report: StateReport | undefined): { readonly folder: string } | null {
  return report ? { folder: report.folder } : null
}
