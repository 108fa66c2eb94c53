import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { loadPacts } from '../../../src/contracts/verify/load-pacts.js'
import { recordContracts, setupSandbox } from '../../../src/index.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { receive } from '../sample/shop.js'
import { openVerifier } from '../sample/verifier.js'
import { OUTBOUND, READS, REJECTED, runStorefront } from './storefront.js'

/** The contracts that this project keeps for itself, one a vendor. `UPDATE_PACTS=1` writes them anew. */
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'contracts', 'pacts')

const verifier = openVerifier()
afterAll(async () => (await verifier).close())

async function record(folder: string): Promise<string[]> {
  const sandbox = await setupSandbox({
    vendors: ['stripe', 'salesforce', 'mailchimp'],
    settings: { salesforce: { outboundMessages: OUTBOUND } },
    deliver: receive,
    at: '2026-01-01T12:00:00Z',
  })
  sandbox.listen()
  try {
    const contracts = recordContracts({ consumer: 'storefront', sandbox, reads: READS, allow: [REJECTED] })
    await runStorefront(sandbox.env)
    await sandbox.settled()
    // Transactional tells what happened a minute later.
    await sandbox.advance('2m')
    return contracts.write(folder)
  } finally {
    sandbox.close()
  }
}

test('what an integration does most is recorded as it was', async () => {
  if (process.env.UPDATE_PACTS) {
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER)
    await record(FOLDER)
  }
  const recorded = await record(temporaryFolder())
  const committed = loadPacts(FOLDER).map(({ from }) => readFileSync(from, 'utf8'))
  expect(recorded.sort().map((path) => readFileSync(path, 'utf8'))).toEqual(committed)
}, 120_000)

test('the stand-ins keep the contracts of this project', async () => {
  const verified = await (await verifier).verify(loadPacts(FOLDER))
  const broken = verified.flatMap(({ interactions }) => interactions.filter(({ problems }) => problems.length > 0))
  expect(broken).toEqual([])
  expect(verified.map(({ vendor }) => vendor)).toEqual(['mailchimp', 'salesforce', 'stripe'])
}, 120_000)
