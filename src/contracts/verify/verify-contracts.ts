import { isHttp, type PactFile, vendorOf } from '../pact/pact-file.js'
import { type Bridge, INTERACTION_HEADER, openBridge } from './bridge.js'
import { ControlApi } from './control-api.js'
import { runVerifier, type Verdict } from './run-verifier.js'
import { interactionResults, type Verification } from './verification.js'

export interface LoadedPact {
  readonly pact: PactFile
  /** The file or URL that it came from. */
  readonly from: string
}

export interface VerifyOptions {
  readonly pacts: readonly LoadedPact[]
  /** Of the sandbox. */
  readonly controlUrl: string
  readonly token: string
  /** Where a vendor is reached. @throws SandboxError for one that is not there */
  readonly addressOf: (vendor: string, pact: LoadedPact) => string
  /** Let answers pass that only the description stands behind. Default false. */
  readonly allowGeneric?: boolean
  /** Of the process that runs Pact's library. */
  readonly env: NodeJS.ProcessEnv
}

/**
 * Verifies contracts against a sandbox's stand-ins, each interaction in a world of its own.
 * @throws SANDBOX_MISSING_PACKAGE without @pact-foundation/pact-core
 */
export async function verifyContracts(options: VerifyOptions): Promise<Verification[]> {
  const control = new ControlApi(options.controlUrl, options.token)
  const bridges: Bridge[] = []
  try {
    for (const [i, loaded] of options.pacts.entries()) {
      const vendor = vendorOf(loaded.pact)
      const address = options.addressOf(vendor, loaded)
      bridges.push(await openBridge({ control, pact: loaded.pact, vendor, address, name: `contract-${i + 1}` }))
    }
    const jobs = options.pacts.map(({ pact }, i) => ({ pact: marked(pact), ...linksOf(bridges[i]) }))
    const verdicts = await runVerifier(jobs, options.env)
    return options.pacts.map((loaded, i) =>
      verificationOf(loaded, verdicts[i], bridges[i], options.allowGeneric === true),
    )
  } finally {
    await Promise.all(bridges.map((bridge) => bridge.close()))
  }
}

/** Each request says which interaction it is. */
function marked(pact: PactFile): PactFile {
  const interactions = pact.interactions.map((interaction, place) => {
    if (!isHttp(interaction)) return interaction
    const { request } = interaction
    return {
      ...interaction,
      request: { ...request, headers: { ...request.headers, [INTERACTION_HEADER]: [String(place)] } },
    }
  })
  return { ...pact, interactions }
}

function linksOf(bridge: Bridge | undefined) {
  const { url = '', stateUrl = '', messages = { port: 0, path: '' } } = bridge ?? {}
  return { url, stateUrl, messages }
}

const NONE: Verdict = { interactionResults: [], errors: [] }

function verificationOf(
  { pact, from }: LoadedPact,
  verdict: Verdict = NONE,
  bridge: Bridge | undefined,
  allowGeneric: boolean,
): Verification {
  const seen = bridge ?? { fidelity: new Map(), failures: [], untold: new Map() }
  const interactions = interactionResults(pact, verdict, seen, allowGeneric)
  return { consumer: pact.consumer.name, vendor: vendorOf(pact), from, interactions }
}
