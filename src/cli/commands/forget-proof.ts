import type { Trace } from '../../engine/privacy/traces.js'
import type { Context } from '../context.js'
import type { ForgetProofOptions } from '../definitions/forget-proof.js'
import { renderTable } from '../render/table.js'
import { EXIT, type Result } from '../result.js'
import { connect } from '../runtime/control-client.js'
import { worldPath } from '../runtime/paths.js'

interface Proof {
  readonly forgotten: boolean
  readonly traces: readonly Trace[]
}

/** Exit code 1 where something is left, so that a test can rest on it. */
export async function proveForgotten(context: Context, options: ForgetProofOptions): Promise<Result> {
  const { address, world } = options
  const data = await connect(context.terminal, options).post<Proof>(worldPath(world, 'forget-proof'), { address })
  const rows = data.traces.map(({ where, vendor = '', table = '', count }) => [where, vendor, table, String(count)])
  return {
    exitCode: data.forgotten ? EXIT.ok : EXIT.failed,
    data,
    human: (style) =>
      data.forgotten
        ? `${style.green('Nothing is left')} in the world ${world}: neither in state nor in logs, deliveries or results.\n`
        : renderTable(style, ['Where', 'Vendor', 'Table', 'Rows'], rows),
  }
}
