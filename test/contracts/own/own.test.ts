import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { pinnedDescription } from '../../../contracts/pinned.js'
import { drift } from '../../../src/contracts/drift/drift.js'
import { loadPacts } from '../../../src/contracts/verify/load-pacts.js'
import { recordContracts, setupSandbox } from '../../../src/index.js'
import { temporaryFolder } from '../../support/temporary-folder.js'
import { receive } from '../sample/shop.js'
import { openVerifier } from '../sample/verifier.js'
import { READS as READS_OF_HR, runHrSync } from './hr-sync.js'
import { OUTBOUND, READS, REJECTED, runStorefront } from './storefront.js'

/** The contracts that this project keeps for itself, one a consumer and vendor. `UPDATE_PACTS=1` writes them anew. */
const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'contracts', 'pacts')

const verifier = openVerifier()
afterAll(async () => (await verifier).close())

async function record(folder: string): Promise<string[]> {
  const storefront = await recordWith(
    {
      vendors: ['stripe', 'salesforce', 'mailchimp'],
      settings: { salesforce: { outboundMessages: OUTBOUND } },
      deliver: receive,
    },
    { consumer: 'storefront', reads: READS, allow: [REJECTED], run: runStorefront, folder },
  )
  const hrSync = await recordWith(
    { vendors: ['workday'] },
    { consumer: 'hr-sync', reads: READS_OF_HR, run: runHrSync, folder },
  )
  return [...storefront, ...hrSync]
}

interface Consumer {
  readonly consumer: string
  readonly reads: Readonly<Record<string, readonly string[]>>
  readonly allow?: readonly string[]
  readonly run: (env: Readonly<Record<string, string>>) => Promise<void>
  readonly folder: string
}

async function recordWith(
  options: Parameters<typeof setupSandbox>[0],
  { consumer, reads, allow = [], run, folder }: Consumer,
): Promise<string[]> {
  const sandbox = await setupSandbox({ ...options, at: '2026-01-01T12:00:00Z' })
  sandbox.listen()
  try {
    const contracts = recordContracts({ consumer, sandbox, reads, allow })
    await run(sandbox.env)
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

test.each(['stripe', 'salesforce', 'mailchimp', 'workday'])('the description of %s keeps them too', async (vendor) => {
  const pinned = pinnedDescription(vendor)
  if (!pinned) throw new Error(`run npm run generate: ${vendor} is not there`)
  const pacts = loadPacts(FOLDER).map(({ from, pact }) => ({ file: from, text: readFileSync(from, 'utf8'), pact }))
  const { interactions, findings } = await drift(vendor, { pacts, against: pinned, pinned })
  expect(interactions.length).toBeGreaterThan(2)
  expect(findings).toEqual([])
  // What there is no more is found.
  const gone = await drift(vendor, { pacts, against: { ...pinned, paths: {} }, pinned })
  expect(gone.findings.length).toBeGreaterThan(2)
})

test('the stand-ins keep the contracts of this project', async () => {
  const verified = await (await verifier).verify(loadPacts(FOLDER))
  const broken = verified.flatMap(({ interactions }) => interactions.filter(({ problems }) => problems.length > 0))
  expect(broken).toEqual([])
  expect(verified.map(({ vendor }) => vendor)).toEqual(['workday', 'mailchimp', 'salesforce', 'stripe'])
}, 120_000)
