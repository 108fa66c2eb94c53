import { findPacts } from '../../../contracts/descriptions/find-pacts.js'
import { driftAll } from '../../../contracts/drift/drift-all.js'
import { casesOfDrift } from '../../../contracts/report/case.js'
import type { Context } from '../../context.js'
import type { DriftOptions } from '../../definitions/contracts-drift.js'
import { renderDrift } from '../../render/drift.js'
import type { Result } from '../../result.js'
import { reported } from '../../runtime/reported.js'

/** Where a description does not keep the contracts. Nothing is run. */
export async function driftContracts(context: Context, options: DriftOptions): Promise<Result> {
  const { cwd } = context.terminal
  const { vendor, against, from } = options
  const reports = await driftAll({
    pacts: findPacts(options.pacts, cwd),
    cwd,
    ...(vendor !== undefined && { vendor }),
    ...(against !== undefined && { against }),
    ...(from !== undefined && { from }),
  })
  const data = {
    drift: reports.map(({ interactions, ...report }) => ({ ...report, interactions: interactions.length })),
  }
  const cases = reports.flatMap(casesOfDrift)
  return reported(context, options, { cases, data, human: (style) => renderDrift(style, reports) })
}
