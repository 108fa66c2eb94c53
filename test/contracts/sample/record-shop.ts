import { type ContractRecorder, recordContracts, setupSandbox } from '../../../src/index.js'
import { OUTBOUND, receive, runShop } from './shop.js'

export interface RecordedShop {
  readonly contracts: ContractRecorder
  readonly secrets: readonly string[]
}

/** Runs the shop against stand-ins in this process, and hands over what was recorded while they are there. */
export async function withRecordedShop<T>(
  options: { readonly seed?: string; readonly at?: string },
  use: (recorded: RecordedShop) => T,
): Promise<T> {
  const sandbox = await setupSandbox({
    vendors: ['stripe', 'salesforce'],
    settings: { salesforce: { outboundMessages: OUTBOUND } },
    deliver: receive,
    at: '2026-01-01T12:00:00Z',
    ...options,
  })
  sandbox.listen()
  try {
    const contracts = recordContracts({ consumer: 'shop', sandbox })
    const effect = { kind: 'rate-limit' } as const
    const limitStripe = () => sandbox.fault({ when: { vendor: 'stripe' }, times: 1, effect })
    await runShop({ env: sandbox.env, limitStripe })
    await sandbox.settled()
    return use({ contracts, secrets: Object.values(sandbox.env) })
  } finally {
    sandbox.close()
  }
}
